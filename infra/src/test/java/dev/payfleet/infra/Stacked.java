package dev.payfleet.infra;

import java.util.List;
import java.util.Map;

/// The resources of the synthesized stack, as the tests ask for them.
final class Stacked {
    private static final Node RESOURCES =
            Node.of(SynthesizedStack.template().toJSON()).at("Resources");

    private Stacked() {}

    /// A resource.
    ///
    /// @param id in the template; begins with the names of the constructs that it is in
    record Resource(String id, Node whole) {
        Node at(String... names) {
            return whole.at("Properties").at(names);
        }

        String type() {
            return whole.at("Type").text();
        }
    }

    static List<Resource> all() {
        return ((Map<?, ?>) RESOURCES.value().orElseThrow())
                .entrySet().stream()
                        .map(entry -> new Resource(entry.getKey().toString(), Node.of(entry.getValue())))
                        .toList();
    }

    static List<Resource> all(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /// The only one of this type whose id begins so.
    static Resource one(String type, String prefix) {
        List<Resource> found = all(type).stream()
                .filter(resource -> resource.id().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type + " " + prefix + ", found " + found.size());
        }
        return found.getFirst();
    }
}

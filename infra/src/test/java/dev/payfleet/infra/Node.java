package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A place in a template. What is not there is an empty place, so that a test says what it expects in one line.
///
/// @param value a map, a list, a text, a number, a flag; empty when there is nothing
record Node(Optional<Object> value) {
    static Node of(Object value) {
        return new Node(Optional.ofNullable(value));
    }

    Node at(String... names) {
        Node node = this;
        for (String name : names) {
            node = of(node.value.orElse(null) instanceof Map<?, ?> map ? map.get(name) : null);
        }
        return node;
    }

    /// The items of a list; a single thing is a list of one, as policies write it.
    List<Node> items() {
        return value.map(found -> found instanceof List<?> list
                        ? list.stream().map(Node::of).toList()
                        : List.of(this))
                .orElse(List.of());
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    String text() {
        return value.map(Object::toString).orElse("");
    }

    int number() {
        return value.map(found -> ((Number) found).intValue()).orElse(-1);
    }

    boolean flag() {
        return value.map(found -> Boolean.parseBoolean(found.toString())).orElse(false);
    }

    boolean isThere() {
        return value.isPresent();
    }

    /// Every text inside, however deep.
    Stream<String> leaves() {
        return value.map(found -> switch (found) {
                    case Map<?, ?> map ->
                        map.values().stream().flatMap(inner -> of(inner).leaves());
                    case List<?> list ->
                        list.stream().flatMap(inner -> of(inner).leaves());
                    case Object leaf -> Stream.of(leaf.toString());
                })
                .orElse(Stream.empty());
    }

    boolean mentions(String word) {
        return leaves().anyMatch(leaf -> leaf.contains(word));
    }
}

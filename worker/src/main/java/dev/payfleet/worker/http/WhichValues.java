package dev.payfleet.worker.http;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.StoredValue;
import java.util.Set;

/// Tells which of the values that a browser keeps are meant.
@FunctionalInterface
interface WhichValues {
    /// @param origin whose storage it is, as a browser writes it; of no matter for a cookie
    boolean include(StoredValue.Area area, String origin, String name);

    /// Those that a declaration names.
    ///
    /// @param origins of the visit: a simulated site keeps its storage under the stand-in's origin
    static WhichValues named(Set<StoredValue> values, Origins origins) {
        return (area, origin, name) -> values.stream()
                .anyMatch(value -> value.area() == area
                        && value.name().equals(name)
                        && (area == StoredValue.Area.COOKIE
                                || inForce(value, origins).toString().equalsIgnoreCase(origin)));
    }

    /// All the others.
    default WhichValues others() {
        return (area, origin, name) -> !include(area, origin, name);
    }

    private static Origin inForce(StoredValue value, Origins origins) {
        return value.origin() == null
                ? origins.primary()
                : Origin.of(origins.resolve(value.origin().resolve("/").toString()));
    }
}

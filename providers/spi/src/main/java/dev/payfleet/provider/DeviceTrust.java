package dev.payfleet.provider;

import java.time.Duration;
import java.util.Set;

/// What spares a known device the next second factor. It has a clock of its own: a session that ends leaves it. All
/// that is not named here belongs to the session.
///
/// @param lifetime how long the provider trusts a device; zero where it knows no such thing, at most 400 days,
///     which is the longest that browsers keep a cookie
/// @param carriedBy what carries the trust; empty if and only if the lifetime is zero
public record DeviceTrust(Duration lifetime, Set<StoredValue> carriedBy) {

    private static final Duration LONGEST = Duration.ofDays(400);

    /// For a provider that trusts no device.
    public static final DeviceTrust NONE = new DeviceTrust(Duration.ZERO, Set.of());

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public DeviceTrust {
        carriedBy = Set.copyOf(carriedBy);
        if (lifetime.isNegative() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("trust lifetime must be from zero to 400 days");
        }
        if (lifetime.isZero() != carriedBy.isEmpty()) {
            throw new IllegalArgumentException("trust must name what carries it if and only if it lasts");
        }
        if (carriedBy.stream().anyMatch(value -> value.member() != null)) {
            throw new IllegalArgumentException("trust must be carried by whole cookies and keys");
        }
    }

    /// Trust that lasts that long and is carried by these.
    public static DeviceTrust of(Duration lifetime, StoredValue... carriedBy) {
        return new DeviceTrust(lifetime, Set.of(carriedBy));
    }
}

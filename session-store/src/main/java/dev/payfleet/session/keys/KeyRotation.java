package dev.payfleet.session.keys;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a rotation did.
///
/// @param resumed whether it went on with an earlier one, under the key that that one had made
/// @param sealsNow the ids of the keys that seal from now on
/// @param former the ids of the keys that sealed before
/// @param resealed how many records of each kind were sealed anew
/// @param broken how many records open under no key that there is, and were left as they are
/// @param took from its beginning to its end
public record KeyRotation(
        boolean resumed,
        List<String> sealsNow,
        List<String> former,
        Map<String, Long> resealed,
        long broken,
        Duration took) {
    public KeyRotation {
        sealsNow = List.copyOf(sealsNow);
        former = List.copyOf(former);
        resealed = Map.copyOf(resealed);
    }

    /// How many records of all kinds were sealed anew.
    public long total() {
        return resealed.values().stream().mapToLong(Long::longValue).sum();
    }
}

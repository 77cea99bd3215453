package dev.payfleet.session.keys;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A key, and what is sealed under it.
///
/// @param ring what keys it is one of: `key file`, `branch key` and its name, or `KMS`
/// @param id tells the key and nothing about it
/// @param since when it began to seal, where that is known
/// @param seals whether new records of its ring are sealed under it
/// @param records how many records of each kind are sealed under it, by the name of the kind
public record KeyUse(String ring, String id, Optional<Instant> since, boolean seals, Map<String, Long> records) {
    public KeyUse {
        records = Collections.unmodifiableMap(new TreeMap<>(records));
    }

    /// How many records of all kinds.
    public long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}

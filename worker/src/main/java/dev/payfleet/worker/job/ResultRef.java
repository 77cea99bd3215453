package dev.payfleet.worker.job;

import dev.payfleet.provider.Tier;
import java.time.Instant;

/// Where a result lies and what can be said about it without opening it.
///
/// @param key the opaque key under which the cache gives it out
/// @param retrievedAt when the provider was read
/// @param expiresAt when the result is gone
/// @param source the tier that served this job
/// @param records how many records it holds
/// @param partial whether the provider showed less than was asked for
public record ResultRef(String key, Instant retrievedAt, Instant expiresAt, Tier source, int records, boolean partial) {

    public ResultRef {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key: expected a key");
        }
        if (records < 0) {
            throw new IllegalArgumentException("records: expected 0 or more");
        }
    }
}

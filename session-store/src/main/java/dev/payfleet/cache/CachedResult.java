package dev.payfleet.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// A normalized result, with the time it may be used for. Times are kept to the microsecond.
///
/// @param body JSON bytes as the upstream gets them; copied on the way in and out, never printed
/// @param records how many records the body holds
/// @param partial whether the provider had more than could be read
/// @param expiresAt later than `retrievedAt`, by less than [#LIFE_CEILING]
/// @param source which tier read it, for example `http`
@SuppressWarnings("ArrayRecordComponent") // Copied and compared by value below; a string of this size would double it.
public record CachedResult(
        byte[] body, int records, boolean partial, Instant retrievedAt, Instant expiresAt, String source) {
    /// How long a result is kept where nothing else is said.
    public static final Duration DEFAULT_LIFE = Duration.ofHours(1);

    /// No result lives this long.
    public static final Duration LIFE_CEILING = Duration.ofDays(14);

    public CachedResult {
        Duration life = Duration.between(retrievedAt, expiresAt);
        if (!life.isPositive() || life.compareTo(LIFE_CEILING) >= 0) {
            throw new IllegalArgumentException(
                    "expiresAt must be later than retrievedAt, by less than 14 days; it is " + life);
        }
        if (records < 0) {
            throw new IllegalArgumentException("records must not be negative, was " + records);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must name a tier");
        }
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /// Bytes of the body.
    int size() {
        return body.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CachedResult that
                && Arrays.equals(body, that.body)
                && records == that.records
                && partial == that.partial
                && retrievedAt.equals(that.retrievedAt)
                && expiresAt.equals(that.expiresAt)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(records, partial, retrievedAt, expiresAt, source);
    }

    @Override
    public String toString() {
        return "CachedResult[body=<redacted>, records=" + records + ", partial=" + partial + ", retrievedAt="
                + retrievedAt + ", expiresAt=" + expiresAt + ", source=" + source + "]";
    }
}

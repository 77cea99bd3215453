package dev.payfleet.cache;

import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.DisconnectedException;
import java.time.Duration;
import java.time.Instant;

/// What an answer must be, for who has just read the connection and accepts an answer of some age.
///
/// @param fence the connection's as it was just read
/// @param oldest the answer was retrieved then or later
/// @param now the answer is still good then
public record Freshness(long fence, Instant oldest, Instant now) {
    /// @param asRead the connection, read for this question and not for an earlier one
    /// @throws DisconnectedException when the person left: there is nothing to be asked of theirs
    public static Freshness of(Connection asRead, Duration maxAge, Instant now) {
        if (asRead.state() == ConnectionState.DISCONNECTED) {
            throw new DisconnectedException(asRead.key());
        }
        return new Freshness(asRead.fence(), now.minus(maxAge), now);
    }

    boolean accepts(CachedResult result) {
        return result.expiresAt().isAfter(now) && !result.retrievedAt().isBefore(oldest);
    }
}

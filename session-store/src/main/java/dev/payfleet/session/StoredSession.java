package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signed-in browser session. Times are kept to the microsecond.
///
/// @param state Playwright's storage state as JSON: cookies and storage
/// @param obtainedAt when the sign-in succeeded
/// @param expiresAt when it is thought to end; later than `obtainedAt`
/// @param userAgent the user agent that signed in, which the session must be used with, where it is known
public record StoredSession(
        Secret state,
        Instant obtainedAt,
        Instant expiresAt,
        @Nullable String userAgent) {
    public StoredSession {
        if (!Duration.between(obtainedAt, expiresAt).isPositive()) {
            throw new IllegalArgumentException("expiresAt must be later than obtainedAt");
        }
    }
}

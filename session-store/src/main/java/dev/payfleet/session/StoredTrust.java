package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;

/// What makes a provider recognize this device, and spares the person the next challenge. It ages by its own
/// clock, apart from the session. Times are kept to the microsecond.
///
/// @param state Playwright's storage state as JSON, limited to what carries the trust
/// @param trustedAt when the provider granted it
/// @param expiresAt when it is thought to end; later than `trustedAt`
public record StoredTrust(Secret state, Instant trustedAt, Instant expiresAt) {
    public StoredTrust {
        if (!Duration.between(trustedAt, expiresAt).isPositive()) {
            throw new IllegalArgumentException("expiresAt must be later than trustedAt");
        }
    }
}

package dev.payfleet.session;

import java.time.Instant;

/// What may be known of a stored session without opening it.
///
/// @param provider the provider's id
/// @param expiresAt when the session is thought to end; it may have ended
/// @param usedAt when the account was last visited for somebody, see [SessionStore#claimForUse]; since a connection
///     that has not been, when it was made
public record SessionMark(ConnectionKey key, String provider, Instant expiresAt, Instant usedAt) {}

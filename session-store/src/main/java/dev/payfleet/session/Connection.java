package dev.payfleet.session;

import java.time.Instant;

/// One person's access to one provider, without anything secret.
///
/// @param provider the provider's id
/// @param connectedAt when the present or last consent was given
public record Connection(ConnectionKey key, String provider, Instant connectedAt, ConnectionState state) {}

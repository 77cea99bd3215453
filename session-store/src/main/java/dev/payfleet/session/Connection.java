package dev.payfleet.session;

import java.time.Instant;

/// One person's access to one provider, without anything secret.
///
/// @param provider the provider's id
/// @param connectedAt when the present or last consent was given
/// @param fence the latest claim's number, which a disconnect and a change of account raise as well. As long as it
///     is the same, the data behind the connection is the same person's, at the same account
public record Connection(ConnectionKey key, String provider, Instant connectedAt, ConnectionState state, long fence) {}

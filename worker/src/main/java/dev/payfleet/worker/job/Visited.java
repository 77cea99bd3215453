package dev.payfleet.worker.job;

import dev.payfleet.session.StoredSession;

/// What a visit brought back.
///
/// @param value what the work returned
/// @param session the session as the provider left it; equal to the one brought in where nothing changed
public record Visited<T>(T value, StoredSession session) {}

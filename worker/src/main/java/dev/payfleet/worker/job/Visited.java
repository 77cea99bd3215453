package dev.payfleet.worker.job;

/// What a visit brought back.
///
/// @param value what the work returned
/// @param signedIn session and trust as the provider left them; equal to those brought in where nothing changed
public record Visited<T>(T value, SignedIn signedIn) {}

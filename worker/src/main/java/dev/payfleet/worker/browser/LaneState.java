package dev.payfleet.worker.browser;

import java.time.Instant;

/// What a lane is doing.
public sealed interface LaneState {
    /// Its driver and browser are starting.
    record Starting(Instant since) implements LaneState {}

    /// Waits for a visit.
    record Idle(Instant since) implements LaneState {}

    /// Serves a visit.
    ///
    /// @param since when the visit began
    /// @param step what it is doing
    /// @param stepSince when that step began
    record Busy(Instant since, String step, Instant stepSince) implements LaneState {}

    /// Keeps a page open for a person's answer, while a substitute works.
    ///
    /// @param step what it waits for
    /// @param until when it stops waiting
    record Waiting(Instant since, String step, Instant until) implements LaneState {}

    /// Has no browser; a new one is tried at `retryAt`.
    ///
    /// @param reason safe to log
    record Dead(Instant since, String reason, Instant retryAt) implements LaneState {}
}

package dev.payfleet.worker.browser;

/// Why a lane's browser was thrown away.
sealed interface LaneEnd {
    /// Safe to log.
    String reason();

    /// A budget was reached, between two visits: the usual end.
    record UsedUp(String reason) implements LaneEnd {}

    /// It died, hung or was not clean after a visit.
    record Broken(String reason) implements LaneEnd {}

    /// It never came up.
    record NotStarted(LaneException cause) implements LaneEnd {
        @Override
        public String reason() {
            return String.valueOf(cause.getMessage());
        }
    }
}

package dev.payfleet.worker.drill;

/// Told how a drill gets on, on the drill's own thread; at each look again, so that a clock beside it can move.
@FunctionalInterface
public interface DrillProgress {
    /// @param table its name in the deployment
    void reached(String table, DrillStage stage);
}

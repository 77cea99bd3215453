package dev.payfleet.worker.fleet;

/// Opens the engine that a configuration names.
@FunctionalInterface
public interface FleetOpener {
    /// @throws dev.payfleet.sqlite.SqliteFileException when the embedded file cannot be used
    /// @throws dev.payfleet.session.embedded.KeyFileException when its key file cannot
    Fleet open(WorkerConfig config);
}

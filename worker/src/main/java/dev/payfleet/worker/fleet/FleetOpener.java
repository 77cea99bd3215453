package dev.payfleet.worker.fleet;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.config.WorkerConfig;
import java.util.Optional;
import java.util.OptionalInt;

/// Opens the engine that a configuration names.
public interface FleetOpener {
    /// @throws dev.payfleet.sqlite.SqliteFileException when the embedded file cannot be used
    /// @throws dev.payfleet.session.StoreUnavailableException when AWS gave no answer, or has no such deployment
    /// @throws FleetException when its key file cannot, or is not the one that the file was sealed with
    Fleet open(WorkerConfig config);

    /// Opens the keys that the engine's records are sealed under.
    ///
    /// @throws FleetException see [#open]
    OpenKeys keys(WorkerConfig config);

    /// How many sealed records of a connection stand in the raw bytes of the embedded file, whether a query
    /// finds them or not; empty for an engine that has no file. The fleet must not be open in this process.
    OptionalInt traces(WorkerConfig config, ConnectionKey key);

    /// Opens the deployment of the engine, and asks nothing yet; empty for the embedded engine, which has none.
    Optional<DeploymentDesk> deployment(WorkerConfig config);
}

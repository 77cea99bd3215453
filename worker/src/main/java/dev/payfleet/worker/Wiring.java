package dev.payfleet.worker;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetOpener;
import java.time.Clock;

/// Chooses the engine. The one place, with the fleet it opens, that names an engine's packages.
public final class Wiring implements FleetOpener {
    private final KnownSecrets secrets;

    /// @param secrets what the log is scrubbed of; running jobs make theirs known there
    public Wiring(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    /// Opens the embedded engine in the configured home: one SQLite file, one key file, one folder of evidence.
    @Override
    public Fleet open(WorkerConfig config) {
        return EmbeddedFleet.open(config, Clock.systemUTC(), secrets);
    }
}

package dev.payfleet.worker;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.config.AwsSettings;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.config.WorkerConfig.Engine;
import dev.payfleet.worker.fleet.DeploymentDesk;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.fleet.OpenKeys;
import dev.payfleet.worker.fleet.aws.AwsDeploymentDesk;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/// Chooses the engine. The one place, with the fleet it opens, that names an engine's packages.
public final class Wiring implements FleetOpener {
    private final KnownSecrets secrets;

    /// @param secrets what the log is scrubbed of; running jobs make theirs known there
    public Wiring(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Fleet open(WorkerConfig config) {
        return switch (config.engine()) {
            case Engine.Embedded _ -> EmbeddedFleet.open(config, Clock.systemUTC(), secrets);
            case Engine.Aws(AwsSettings settings) -> AwsFleet.open(config, settings, Clock.systemUTC(), secrets);
        };
    }

    @Override
    public OpenKeys keys(WorkerConfig config) {
        return switch (config.engine()) {
            case Engine.Embedded _ -> {
                EmbeddedFleet fleet = EmbeddedFleet.open(config, Clock.systemUTC(), secrets);
                yield new OpenKeys(fleet.keys(), fleet.audit()::note, fleet::close);
            }
            case Engine.Aws(AwsSettings settings) -> {
                DeploymentDesk desk = AwsDeploymentDesk.open(settings, Clock.systemUTC());
                // The trail of calls tells of it there: who gave a branch key a version, and who had KMS open what.
                yield new OpenKeys(desk.keys(), _ -> {}, desk::close);
            }
        };
    }

    @Override
    public OptionalInt traces(WorkerConfig config, ConnectionKey key) {
        return switch (config.engine()) {
            case Engine.Embedded _ -> OptionalInt.of(EmbeddedFleet.traces(config, key));
            case Engine.Aws _ -> OptionalInt.empty();
        };
    }

    @Override
    public Optional<DeploymentDesk> deployment(WorkerConfig config) {
        return switch (config.engine()) {
            case Engine.Embedded _ -> Optional.empty();
            case Engine.Aws(AwsSettings settings) -> Optional.of(AwsDeploymentDesk.open(settings, Clock.systemUTC()));
        };
    }
}

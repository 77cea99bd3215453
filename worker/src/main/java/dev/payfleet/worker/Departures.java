package dev.payfleet.worker;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.SessionStore;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.config.WorkerConfig.Egress;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.http.RelayedSignOut;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.job.SignOuts;
import dev.payfleet.worker.loop.DepartingJobs;
import java.time.Clock;

/// Puts together how a person leaves, on an opened engine, in a worker and in a command alike.
final class Departures {
    private Departures() {}

    static Departure of(Fleet fleet, SessionStore sessions, WorkerConfig config, Clock clock, KnownSecrets secrets) {
        return new Departure(
                new Departure.Places(
                        fleet.connections(),
                        sessions,
                        fleet.evidence(),
                        new DepartingJobs(fleet.desk(), fleet.outcomes(), fleet.connections(), clock),
                        fleet.departures()),
                signOuts(fleet, config, clock, secrets),
                fleet.audit(),
                clock);
    }

    /// A command that was told no way out still wipes.
    private static SignOuts signOuts(Fleet fleet, WorkerConfig config, Clock clock, KnownSecrets secrets) {
        return switch (config.egress()) {
            case Egress.Unset _ -> SignOuts.NO_WAY_OUT;
            case Egress.Direct _, Egress.Proxied _ ->
                new RelayedSignOut(
                        fleet.providers(),
                        () -> WorkerAssembly.egress(config.egress(), clock),
                        new StandIns(config.standIns()),
                        secrets,
                        clock,
                        RelayedSignOut.PATIENCE);
        };
    }
}

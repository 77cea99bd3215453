package dev.payfleet.worker;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.TextScrubbers;
import dev.payfleet.scrub.sentry.ErrorReports;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SessionStore;
import dev.payfleet.worker.browser.BrowserChoice;
import dev.payfleet.worker.browser.BrowserFinder;
import dev.payfleet.worker.browser.EvidenceCapture;
import dev.payfleet.worker.browser.HeldVisits;
import dev.payfleet.worker.browser.LaneBudget;
import dev.payfleet.worker.browser.LaneConfig;
import dev.payfleet.worker.browser.LanePageVisits;
import dev.payfleet.worker.browser.Lanes;
import dev.payfleet.worker.cli.Version;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.config.WorkerConfig.Egress;
import dev.payfleet.worker.config.WorkerConfig.Engine;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.ProxyEndpoint;
import dev.payfleet.worker.egress.ProxyPool;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.Lingering;
import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.grant.RefreshPermits;
import dev.payfleet.worker.grant.SignedGrants;
import dev.payfleet.worker.health.Heartbeat;
import dev.payfleet.worker.health.Standstill;
import dev.payfleet.worker.health.VitalSign;
import dev.payfleet.worker.http.CarriedEnd;
import dev.payfleet.worker.http.RelayedHttpVisits;
import dev.payfleet.worker.job.BreakingVisits;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.JobRunner;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.loop.LeaseKeeper;
import dev.payfleet.worker.loop.ReceiveLoop;
import dev.payfleet.worker.loop.RetryPolicy;
import dev.payfleet.worker.refresh.ProviderPace;
import dev.payfleet.worker.refresh.RefreshPlan;
import dev.payfleet.worker.refresh.RefreshPlanner;
import dev.payfleet.worker.wire.ChallengeMessages;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import dev.payfleet.worker.wire.ResultWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a worker together on an opened engine, whichever it is.
final class WorkerAssembly {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerAssembly.class);
    private static final Duration PROXY_COOLING = Duration.ofSeconds(30);
    private static final Duration MOST_FOR_A_TURN = Duration.ofMinutes(1);

    private WorkerAssembly() {}

    static Worker of(Fleet fleet, SessionStore sessions, WorkerConfig config, Clock clock, KnownSecrets secrets) {
        tellOfRefused(fleet.providers());
        EgressPool egress = egress(config.egress(), clock);
        PoliteGates gates = new PoliteGates();
        StandIns standIns = new StandIns(config.standIns());
        LaneConfig laneConfig = lanes(config);
        // Lanes start in the background; that there is no browser at all must be known before a job is taken.
        Path _ = new BrowserFinder(System.getenv()).find(laneConfig.browser());
        Lanes lanes = new Lanes(laneConfig, clock);
        RelayedHttpVisits http = new RelayedHttpVisits(egress, gates, standIns, secrets, clock);
        HeldVisits held = new HeldVisits();
        // Less than a job may stay at one step: a visit that gets no lane gives up while its lease is still held.
        LanePageVisits pages = new LanePageVisits(
                lanes,
                egress,
                gates,
                standIns,
                new EvidenceCapture(fleet.evidence(), clock),
                secrets,
                held,
                config.stuckAfter().multipliedBy(9).dividedBy(10),
                clock);
        BreakingVisits visits = new BreakingVisits(http, pages, clock);
        ResultWriter results = new ResultWriter();
        JobReader reader = new JobReader();
        JobRunner runner = JobRunner.of(
                fleet.providers(),
                new JobRunner.Shelves(
                        fleet.connections(),
                        sessions,
                        fleet.trusts(),
                        fleet.ledger(),
                        fleet.results(),
                        fleet.challenges(),
                        fleet.audit()),
                visits,
                visits,
                results::write,
                new ChallengeMessages(reader),
                secrets,
                fleet.departure(),
                new CarriedEnd(),
                config.resultTimeToLive(),
                clock);
        LeaseKeeper leases = new LeaseKeeper(fleet.queue(), config.visibility(), config.stuckAfter(), clock);
        ErrorReports reports = ErrorReports.start(
                config.errorReports().orElse(null),
                Version.OF_THIS_BUILD,
                engineName(config.engine()),
                TextScrubbers.all(secrets));
        RefreshPermits permits = new RefreshPermits(fleet.refreshes().permitKey(), clock);
        JobHandling handling = new JobHandling(
                fleet.queue(),
                fleet.outcomes(),
                reader,
                new OutcomeWriter(),
                permits.before(grants(config, fleet, clock)),
                fleet.audit(),
                runner,
                leases,
                RetryPolicy.standard(),
                reports::report,
                clock);
        ReceiveLoop loop = new ReceiveLoop(fleet.queue(), handling, config.visibility(), config.jobsInFlight());
        lanes.start();
        Thread.ofPlatform().daemon().name("schema-warm-up").start(reader::warm);
        Heartbeat heartbeat = heartbeat(loop, leases, lanes, config, clock);
        return new Worker(
                fleet,
                loop,
                leases,
                new Lingering(held::none, held::drain),
                planner(fleet, permits, config, clock),
                List.of(held, lanes, http, reports),
                heartbeat,
                config.patience(),
                clock);
    }

    private static Optional<RefreshPlanner> planner(
            Fleet fleet, RefreshPermits permits, WorkerConfig config, Clock clock) {
        return config.refresh()
                .map(rules -> new RefreshPlanner(
                        fleet.refreshes(),
                        fleet.queue(),
                        permits,
                        new RefreshPlan(rules, ProviderPace.of(fleet.providers())),
                        rules,
                        clock));
    }

    private static Heartbeat heartbeat(
            ReceiveLoop loop, LeaseKeeper leases, Lanes lanes, WorkerConfig config, Clock clock) {
        // A loop that drains stands still for its patience, and is well.
        VitalSign turning = new Standstill("receiving", loop::turns, MOST_FOR_A_TURN.plus(config.patience()), clock);
        VitalSign advancing = () ->
                leases.stuck() < config.jobsInFlight() ? Optional.empty() : Optional.of("all of its jobs stand still");
        return new Heartbeat(config.home(), List.of(turning, advancing, lanes::trouble), clock);
    }

    private static void tellOfRefused(ProviderCatalog providers) {
        providers
                .refusals()
                .forEach(refusal -> LOG.atWarn()
                        .addKeyValue("provider", refusal.provider())
                        .addKeyValue("reason", refusal.reason())
                        .log("a provider was refused"));
    }

    private static GrantCheck grants(WorkerConfig config, Fleet fleet, Clock clock) {
        return config.grants()
                .<GrantCheck>map(
                        settings -> new SignedGrants(settings.keys(), settings.issuer(), fleet.usedGrants(), clock))
                .orElse(GrantCheck.NONE);
    }

    private static String engineName(Engine engine) {
        return switch (engine) {
            case Engine.Embedded _ -> "embedded";
            case Engine.Aws _ -> "aws";
        };
    }

    private static LaneConfig lanes(WorkerConfig config) {
        LaneBudget usual = LaneBudget.USUAL;
        BrowserChoice choice = config.browserPath()
                .<BrowserChoice>map(BrowserChoice.Executable::new)
                .orElseGet(() -> switch (config.browser()) {
                    case HEADLESS_SHELL -> new BrowserChoice.HeadlessShell();
                    case FULL -> new BrowserChoice.FullBrowser();
                });
        return LaneConfig.usual(config.lanes(), config.home())
                .withSubstitutes(config.laneSubstitutes())
                .with(choice)
                .withSandbox(config.sandbox())
                .with(new LaneBudget(usual.visits(), usual.age(), usual.memoryBytes(), config.stuckAfter()));
    }

    static EgressPool egress(Egress egress, Clock clock) {
        return switch (egress) {
            case Egress.Direct _ -> EgressPool.direct();
            case Egress.Proxied proxied -> new ProxyPool(endpoints(proxied), PROXY_COOLING, clock);
            case Egress.Unset _ ->
                throw new IllegalStateException("the way out is not configured; set PAYFLEET_PROXY=host:port,"
                        + " or PAYFLEET_DIRECT=true to go without a proxy");
        };
    }

    private static List<ProxyEndpoint> endpoints(Egress.Proxied proxied) {
        Optional<Secret> password = proxied.passwordFile().map(WorkerAssembly::password);
        return proxied.endpoints().stream()
                .map(endpoint -> endpoint(endpoint.strip(), proxied.userTemplate(), password))
                .toList();
    }

    private static ProxyEndpoint endpoint(String text, String user, Optional<Secret> password) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon)).replace("[", "").replace("]", "");
        int port = Integer.parseInt(text.substring(colon + 1));
        return password.map(secret -> ProxyEndpoint.authenticated(host, port, user, secret))
                .orElseGet(() -> ProxyEndpoint.open(host, port));
    }

    private static Secret password(Path file) {
        try {
            return Secret.takeOwnershipOf(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PAYFLEET_PROXY_PASSWORD_FILE cannot be read; name a file that holds the proxy's password", e);
        }
    }
}

package dev.payfleet.worker.crash;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.embedded.SqliteAuditTrail;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.http.RelayedHttpVisits;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.JobRunner;
import dev.payfleet.worker.job.StoryParts;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.loop.LeaseKeeper;
import dev.payfleet.worker.loop.ReceiveLoop;
import dev.payfleet.worker.loop.RetryPolicy;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.wire.ChallengeMessages;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// A worker of its own process, whole but for the browser: real queue, ledger, sessions and story.
final class FormWorker {
    /// Short, so that what a killed worker held comes back soon.
    private static final Duration VISIBILITY = Duration.ofSeconds(1);

    private static final int ROOM = 40;

    private FormWorker() {}

    /// @param arguments the home, and the origin of the simulated site
    public static void main(String[] arguments) throws InterruptedException {
        // Nobody reads its log, and a pipe that is full would hold it up.
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Path home = Path.of(arguments[0]);
        Clock clock = Clock.systemUTC();
        KnownSecrets secrets = new KnownSecrets();
        SqliteFile file = SqliteFile.open(home.resolve("payfleet.db"));
        EmbeddedSessions stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        ProviderCatalog providers = ProviderCatalog.load();
        Origin declared =
                providers.find("fernhill").orElseThrow().declaration().origins().getFirst();
        StandIns standIns = new StandIns(Map.of(declared, Origin.of(arguments[1])));
        JobReader reader = new JobReader();
        JobRunner runner = JobRunner.of(
                providers,
                StoryParts.shelves(stores),
                new RelayedHttpVisits(EgressPool.direct(), new PoliteGates(), standIns, secrets, clock),
                new FormSignIns(arguments[1]),
                (resource, records) -> new byte[0],
                new ChallengeMessages(reader),
                secrets,
                StoryParts.departure(stores, new FolderEvidenceStore(home.resolve("evidence")), clock),
                StoryParts.NO_END,
                Duration.ofHours(1),
                clock);
        SqliteJobQueue queue = SqliteJobQueue.open(file, clock, 1_000);
        LeaseKeeper leases = new LeaseKeeper(queue, VISIBILITY, Duration.ofSeconds(30), clock);
        leases.start();
        JobHandling handling = new JobHandling(
                queue,
                SqliteOutcomeLog.open(file, clock),
                reader,
                new OutcomeWriter(),
                GrantCheck.NONE,
                SqliteAuditTrail.open(file, stores.chainKey(), clock),
                runner,
                leases,
                new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(500)),
                fault -> {},
                clock);
        out.println("ready");
        new ReceiveLoop(queue, handling, VISIBILITY, ROOM).run();
    }
}

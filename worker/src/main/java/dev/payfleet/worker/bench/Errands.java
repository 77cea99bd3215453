package dev.payfleet.worker.bench;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.wire.JobWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// Sends jobs and waits for what becomes of them, as upstream would. Confined to one thread.
final class Errands {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 100;
    private static final String TENANT = "bench";

    private final Fleet fleet;
    private final JobWriter writer = new JobWriter();
    private OutcomeCursor cursor = OutcomeCursor.START;

    Errands(Fleet fleet) {
        this.fleet = fleet;
    }

    static ConnectionKey key(String connection) {
        return new ConnectionKey(TENANT, connection);
    }

    /// Seals a person's credential under a connection.
    ConnectionKey connect(LarkspurPerson person, String connection) {
        ConnectionKey key = key(connection);
        try (Credential credential = new Credential(Secret.of(person.userName()), Secret.of(person.password()))) {
            fleet.connections().connect(key, Stage.PROVIDER, credential, Instant.now());
        }
        return key;
    }

    void send(FetchJob job) {
        fleet.queue()
                .send(NewMessage.of(job.connectionId(), job.jobId().toString(), MessageBody.of(writer.write(job))));
    }

    /// Sends the job and waits for its last word.
    ///
    /// @return how long that took, from sending to hearing
    /// @throws StageException when it is another outcome than the one expected
    Duration run(FetchJob job, String expected) throws InterruptedException {
        long begin = System.nanoTime();
        send(job);
        await(job.jobId(), expected);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Waits for the last word on jobs that were sent at once, in whatever order it comes.
    void awaitAll(Collection<FetchJob> jobs) throws InterruptedException {
        for (FetchJob job : jobs) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (fleet.outcomes().terminal(job.jobId()).isEmpty() && System.nanoTime() < end) {
                cursor = fleet.outcomes()
                        .since(cursor, MANY, Duration.ofMillis(200))
                        .next();
            }
        }
    }

    void await(UUID jobId, String expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            OutcomePage page = fleet.outcomes().since(cursor, MANY, Duration.ofSeconds(1));
            cursor = page.next();
            for (LoggedOutcome outcome : page.events()) {
                if (outcome.terminal() && outcome.jobId().equals(jobId)) {
                    require(outcome, expected);
                    return;
                }
            }
        }
        throw new StageException("a job was not answered within " + PATIENCE.toSeconds() + " s");
    }

    private static void require(LoggedOutcome outcome, String expected) {
        String event = new String(outcome.event().bytes(), StandardCharsets.UTF_8);
        if (!event.contains("\"" + expected + "\"")) {
            throw new StageException("a job was answered otherwise than with " + expected + "; see the bench folder");
        }
    }
}

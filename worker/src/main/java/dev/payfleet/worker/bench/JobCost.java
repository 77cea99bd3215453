package dev.payfleet.worker.bench;

import dev.payfleet.session.Admission;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Turn;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.stage.StageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What a job that signs in writes down, one job after the other, in the order in which a worker does.
final class JobCost {
    private static final Duration VISIBILITY = Duration.ofMinutes(10);
    private static final int CONNECTIONS = 100;
    private static final int WARM_UP = 200;
    private static final String FINGERPRINT = "0123456789abcdef";
    private static final MessageBody BODY = MessageBody.of("x".repeat(600));
    private static final String STATE = "x".repeat(6 << 10);

    private final SqliteFile file;
    private final EmbeddedSessions stores;
    private final int jobs;
    private final List<Duration> queueing = new ArrayList<>();
    private final List<Duration> claiming = new ArrayList<>();
    private final List<Duration> ledger = new ArrayList<>();
    private final List<Duration> saving = new ArrayList<>();
    private final List<Duration> leased = new ArrayList<>();

    JobCost(SqliteFile file, EmbeddedSessions stores, int jobs) {
        this.file = file;
        this.stores = stores;
        this.jobs = jobs;
    }

    /// Medians.
    ///
    /// @param leased queue, claim and ledger together
    /// @param saving of the session, which is sealed first
    record Took(int jobs, Duration queue, Duration claim, Duration ledger, Duration leased, Duration saving) {}

    Took measure() throws InterruptedException {
        for (int number = 0; number < CONNECTIONS; number++) {
            ConnectionKey _ = StoreBench.connect(stores, "job-" + number);
        }
        try (SqliteJobQueue queue = SqliteJobQueue.open(file, InstantSource.system(), 10)) {
            for (int number = 0; number < WARM_UP + jobs; number++) {
                String connection = "job-" + number % CONNECTIONS;
                queue.send(NewMessage.of(connection, "cost-" + number, BODY));
                serve(queue, Errands.key(connection));
            }
        }
        return new Took(jobs, median(queueing), median(claiming), median(ledger), median(leased), median(saving));
    }

    private void serve(SqliteJobQueue queue, ConnectionKey key) throws InterruptedException {
        long begin = System.nanoTime();
        List<Turn> taken = queue.receive(1, VISIBILITY, Duration.ofSeconds(1));
        if (taken.isEmpty()) {
            throw new StageException("a message that was sent did not come");
        }
        long received = System.nanoTime();
        long fence = stores.sessions().claim(key);
        long claimed = System.nanoTime();
        if (!(stores.ledger().begin(key, FINGERPRINT, 5, Instant.now()) instanceof Admission.Admitted(long attempt))) {
            throw new StageException("the ledger refused a sign-in that nothing speaks against");
        }
        stores.ledger().settle(key, attempt, AttemptOutcome.SIGNED_IN, Instant.now());
        long settled = System.nanoTime();
        stores.sessions().save(key, fence, session());
        long saved = System.nanoTime();
        boolean _ = queue.extend(taken.getFirst().first().receipt(), VISIBILITY);
        boolean _ = queue.complete(taken.getFirst().first().receipt());
        long end = System.nanoTime();
        queueing.add(Duration.ofNanos(received - begin + end - saved));
        claiming.add(Duration.ofNanos(claimed - received));
        ledger.add(Duration.ofNanos(settled - claimed));
        saving.add(Duration.ofNanos(saved - settled));
        leased.add(Duration.ofNanos(settled - begin + end - saved));
    }

    private static StoredSession session() {
        Instant now = Instant.now();
        return new StoredSession(Secret.of(STATE), now, now.plus(Duration.ofMinutes(30)), "Agent/1");
    }

    private static Duration median(List<Duration> all) {
        return Medians.of(all.subList(WARM_UP, all.size()));
    }
}

package dev.payfleet.worker.loop;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.QueuedJobs;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.QueuedMessage;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import dev.payfleet.worker.wire.ReadJob;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The jobs of somebody who left, in the queue and among the dead letters. As everywhere, the outcome is published
/// first and the message settled then: killed in between, the message is answered when its turn comes.
///
/// A dead letter holds a job's message, which nobody can use any more: sent again, it would be answered
/// `disconnected`. Its grant and the connection's name go with it. What cannot be read as a job names no tenant
/// and stays.
public final class DepartingJobs implements QueuedJobs {
    private final QueueDesk desk;
    private final OutcomeLog outcomes;
    private final ConnectionStore connections;
    private final InstantSource clock;
    private final JobReader reader = new JobReader();
    private final OutcomeWriter writer = new OutcomeWriter();

    public DepartingJobs(QueueDesk desk, OutcomeLog outcomes, ConnectionStore connections, InstantSource clock) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Queued cancel(ConnectionKey key) {
        Optional<List<QueuedMessage>> waiting = desk.waiting(key.connectionId());
        int cancelled = waiting.stream()
                .flatMap(List::stream)
                .mapToInt(message -> jobOf(key, message.body())
                        .filter(job -> isTombstone(key))
                        .map(job -> cancel(message, job))
                        .orElse(0))
                .sum();
        int dead = dead(key).stream()
                .mapToInt(letter -> desk.discard(letter.id()) ? 1 : 0)
                .sum();
        return new Queued(waiting.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cancelled), dead);
    }

    /// Somebody who connected again meanwhile has jobs of a new consent.
    private boolean isTombstone(ConnectionKey key) {
        return connections
                .find(key)
                .filter(connection -> connection.state() == ConnectionState.ACTIVE)
                .isEmpty();
    }

    private int cancel(QueuedMessage message, FetchJob job) {
        OutcomeEvent event = OutcomeEvent.terminal(
                job,
                new JobOutcome.Disconnected(),
                Math.max(1, message.attempts()),
                Timings.of(new JobProgress(clock)));
        outcomes.publish(job.jobId(), true, MessageBody.of(writer.write(event)));
        return desk.cancel(message.id()) ? 1 : 0;
    }

    @Override
    public Queued left(ConnectionKey key) {
        Optional<List<QueuedMessage>> waiting = desk.waiting(key.connectionId());
        int left = (int) waiting.stream()
                .flatMap(List::stream)
                .filter(message -> jobOf(key, message.body()).isPresent())
                .count();
        return new Queued(
                waiting.isEmpty() ? OptionalInt.empty() : OptionalInt.of(left),
                dead(key).size());
    }

    private List<DeadLetter> dead(ConnectionKey key) {
        return desk.deadLettersOf(key.connectionId()).stream()
                .filter(letter -> jobOf(key, letter.body()).isPresent())
                .toList();
    }

    /// Tenants may give their connections the same names, and then share a group.
    private Optional<FetchJob> jobOf(ConnectionKey key, MessageBody body) {
        return switch (reader.read(body.bytes())) {
            case ReadJob.WellFormed(FetchJob job) ->
                Optional.of(job).filter(read -> read.key().equals(key));
            case ReadJob.Malformed _ -> Optional.empty();
        };
    }
}

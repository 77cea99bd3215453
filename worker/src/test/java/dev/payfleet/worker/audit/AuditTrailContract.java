package dev.payfleet.worker.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every audit log does, and what its check finds.
public abstract class AuditTrailContract {
    protected static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    protected static final AuditedJob JOB = new AuditedJob(new UUID(0, 7), ANN, "larkspur");

    protected final SettableClock clock = SettableClock.atSomeMoment();

    /// The log under test, as one process sees it; empty at first.
    protected abstract AuditTrail trail();

    /// The same log as another process sees it.
    protected abstract AuditTrail elsewhere();

    @Test
    void an_empty_log_is_sound() {
        assertThat(verified()).isEqualTo(Verification.NOTHING);
        assertThat(read(Instant.EPOCH)).isEmpty();
    }

    @Test
    void what_was_appended_is_read_in_its_order_with_its_time() {
        trail().append(new AuditEvent.CredentialDecrypted(JOB, "https://larkspur.example"));
        clock.pass(Duration.ofSeconds(2));
        trail().append(new AuditEvent.SignInAttempted(JOB, 3));
        trail().append(new AuditEvent.SignInSettled(JOB, 3, AttemptOutcome.SIGNED_IN));

        List<AuditRecord> records = read(Instant.EPOCH);

        assertThat(records)
                .extracting(record -> record.fields().get("event"))
                .containsExactly("credential_decrypted", "sign_in_attempted", "sign_in_settled");
        assertThat(records.getLast().at()).isEqualTo(clock.instant());
        assertThat(records.getFirst().fields())
                .containsExactly(
                        Map.entry("event", "credential_decrypted"),
                        Map.entry("client_id", "acme"),
                        Map.entry("connection_id", "ann"),
                        Map.entry("provider", "larkspur"),
                        Map.entry("job_id", JOB.jobId().toString()),
                        Map.entry("origin", "https://larkspur.example"));
    }

    @Test
    void every_event_can_be_told() {
        List<AuditEvent> events = List.of(
                new AuditEvent.ChallengeAnswered(JOB, "otp_sms", "accepted"),
                new AuditEvent.Disconnected(
                        ANN, Map.of("sessions", 1, "credentials", 1), AuditEvent.Disconnected.NOT_TRIED),
                new AuditEvent.LedgerOverridden(ANN, "kim", "the person says it was unlocked"),
                new AuditEvent.GrantRefused(JOB, "replayed"),
                new AuditEvent.KeysRotated("records", "1a2b", "3c4d"));
        events.forEach(trail()::append);

        assertThat(read(Instant.EPOCH))
                .hasSize(5)
                .allSatisfy(record -> assertThat(record.fields()).containsKey("event"));
        assertThat(read(Instant.EPOCH).get(1).fields())
                .containsEntry("wiped", "credentials=1 sessions=1")
                .containsEntry("sign_out", "not_tried");
        assertThat(verified().sound()).isTrue();
    }

    @Test
    void reading_may_begin_at_a_time() {
        append(2);
        clock.pass(Duration.ofHours(1));
        Instant since = clock.instant();
        append(3);

        assertThat(read(since)).hasSize(3);
    }

    @Test
    void a_sound_log_is_counted_with_the_time_that_it_spans() {
        Instant first = clock.instant();
        append(3);
        clock.pass(Duration.ofDays(2));
        elsewhere().append(event(9));

        Verification found = verified();

        assertThat(found.faults()).isEmpty();
        assertThat(found.first()).isEqualTo(first);
        assertThat(found.last()).isEqualTo(clock.instant());
    }

    @Test
    void many_at_once_in_two_processes_leave_a_sound_log() throws InterruptedException {
        List<Callable<Void>> writers = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(i -> writers.add(() -> {
                    (i % 2 == 0 ? trail() : elsewhere()).append(event(i));
                    return null;
                }));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(writers)).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        }

        assertThat(read(Instant.EPOCH)).hasSize(8);
        assertThat(verified().faults()).isEmpty();
    }

    protected final void append(int records) {
        IntStream.range(0, records).forEach(i -> trail().append(event(i)));
    }

    protected static AuditEvent event(int number) {
        return new AuditEvent.SignInAttempted(JOB, number);
    }

    protected final Verification verified() {
        return elsewhere().verify(Verification.Progress.UNSEEN);
    }

    /// Without the register's entries, which tell of the log itself.
    private List<AuditRecord> read(Instant since) {
        List<AuditRecord> records = new ArrayList<>();
        elsewhere().read(since, records::add);
        records.removeIf(record -> "chain_opened".equals(record.fields().get("event")));
        return records;
    }
}

package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DepartureRecord;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.Wiped;
import dev.payfleet.session.embedded.EmbeddedUnderTest;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A person leaves, in order, and again where the first try was killed.
class DepartureTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final List<String> signedOut = new ArrayList<>();
    private EmbeddedUnderTest stores;
    private EvidenceStore evidence;

    private final NotedAudit audit = new NotedAudit();

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = EmbeddedUnderTest.in(folder);
        evidence = new FolderEvidenceStore(folder.resolve("evidence"));
        connect();
        long fence = stores.sessions().claim(ADA);
        StoredSession session = new StoredSession(
                Secret.of("live session"), clock.instant(), clock.instant().plusSeconds(60), "a browser");
        stores.sessions().save(ADA, fence, session);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        EvidenceId _ = evidence.save(new Evidence(
                EvidenceOwner.of(ADA), FakeProvider.ID, "pay runs", clock.instant(), RedrawnPng.of(png), ""));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void everything_is_wiped_before_the_provider_is_asked_and_then_written_down() {
        Departure.Left left = departure().leave(ADA);

        assertThat(signedOut).containsExactly("live session, and nothing was left");
        assertThat(left.nothing()).isTrue();
        DepartureRecord record = stores.departures().latest(ADA).orElseThrow();
        assertThat(record).isEqualTo(left.departure());
        assertThat(record.at()).isEqualTo(clock.instant());
        assertThat(record.signOut()).isEqualTo(SignOutResult.DONE);
        assertThat(record.verified()).isTrue();
        assertThat(record.wiped())
                .containsEntry("credentials", 1)
                .containsEntry("sessions", 1)
                .containsEntry("evidence", 1)
                .containsEntry("queued jobs", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tombstone", "evidence", "queue", "first record", "sign-out", "read back"})
    void killed_at_any_step_the_next_try_completes_it(String step) {
        assertThatThrownBy(() -> killedAt(step).leave(ADA)).isInstanceOf(Killed.class);
        clock.pass(Duration.ofSeconds(30));

        Departure.Left left = departure().leave(ADA);

        assertThat(left.nothing()).isTrue();
        assertThat(stores.connections().find(ADA).orElseThrow().state()).isEqualTo(ConnectionState.DISCONNECTED);
        DepartureRecord record = stores.departures().latest(ADA).orElseThrow();
        assertThat(record.verified()).isTrue();
        assertThat(record.wiped().get("evidence")).isEqualTo(1);
        // What was removed and not yet written down when the process died is known to nobody.
        assertThat(record.wiped().get("credentials")).isEqualTo(step.equals("first record") ? 0 : 1);
    }

    @Test
    void leaving_twice_takes_nothing_back() {
        DepartureRecord first = departure().leave(ADA).departure();
        clock.pass(Duration.ofDays(3));

        assertThat(departure().leave(ADA).departure()).isEqualTo(first);
        assertThat(signedOut).hasSize(1);
    }

    @Test
    void who_connects_again_and_leaves_again_leaves_a_record_of_its_own() {
        departure().leave(ADA);
        clock.pass(Duration.ofDays(3));
        connect();

        DepartureRecord again = departure().leave(ADA).departure();

        assertThat(again.at()).isEqualTo(clock.instant());
        assertThat(again.wiped()).containsEntry("credentials", 1).containsEntry("sessions", 0);
        assertThat(again.signOut()).isEqualTo(SignOutResult.NO_SESSION);
    }

    @Test
    void a_session_that_ran_out_is_not_signed_out() {
        clock.pass(Duration.ofSeconds(60));

        assertThat(departure().leave(ADA).departure().signOut()).isEqualTo(SignOutResult.NO_SESSION);
        assertThat(signedOut).isEmpty();
    }

    @Test
    void of_somebody_who_was_never_connected_no_record_is_kept() {
        ConnectionKey nobody = new ConnectionKey("client", "nobody");

        assertThat(departure().leave(nobody).nothing()).isTrue();
        assertThat(stores.departures().latest(nobody)).isEmpty();
    }

    private void connect() {
        stores.connections()
                .connect(ADA, FakeProvider.ID, new Credential(Secret.of("ada"), Secret.of("hunter2")), clock.instant());
    }

    private Departure departure() {
        return departure(stores.connections(), evidence, new NothingQueued(), stores.departures(), () -> {});
    }

    private Departure killedAt(String step) {
        Runnable kill = () -> {
            throw new Killed();
        };
        return switch (step) {
            case "tombstone" ->
                departure(
                        Interposed.before("disconnect", ConnectionStore.class, stores.connections(), kill),
                        evidence,
                        new NothingQueued(),
                        stores.departures(),
                        () -> {});
            case "evidence", "read back" ->
                departure(
                        stores.connections(),
                        Interposed.before(
                                step.equals("evidence") ? "wipe" : "count", EvidenceStore.class, evidence, kill),
                        new NothingQueued(),
                        stores.departures(),
                        () -> {});
            case "queue" ->
                departure(
                        stores.connections(),
                        evidence,
                        Interposed.before("cancel", QueuedJobs.class, new NothingQueued(), kill),
                        stores.departures(),
                        () -> {});
            case "first record" ->
                departure(
                        stores.connections(),
                        evidence,
                        new NothingQueued(),
                        Interposed.before("keep", DepartureLog.class, stores.departures(), kill),
                        () -> {});
            case "sign-out" ->
                departure(stores.connections(), evidence, new NothingQueued(), stores.departures(), kill);
            default -> throw new IllegalArgumentException("no such step: " + step);
        };
    }

    private Departure departure(
            ConnectionStore connections, EvidenceStore pictures, QueuedJobs jobs, DepartureLog log, Runnable asked) {
        SignOuts signOuts = (connection, session) -> {
            asked.run();
            boolean nothing =
                    stores.connections().left(ADA).equals(Wiped.NOTHING) && evidence.count(EvidenceOwner.of(ADA)) == 0;
            signedOut.add(session.state().reveal() + (nothing ? ", and nothing was left" : ", and something was left"));
            return SignOutResult.DONE;
        };
        return new Departure(
                new Departure.Places(connections, stores.sessions(), pictures, jobs, log), signOuts, audit, clock);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package dev.payfleet.worker.audit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.sqlite.SqliteFileException;
import dev.payfleet.worker.audit.AuditFault;
import dev.payfleet.worker.audit.AuditFault.Kind;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.AuditTrailContract;
import dev.payfleet.worker.audit.ChainKeys;
import dev.payfleet.worker.audit.Verification;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log in a file, and somebody with an editor for such files.
class SqliteAuditTrailTest extends AuditTrailContract {
    @TempDir
    private Path folder;

    private SqliteFile file;
    private SqliteFile other;

    @BeforeEach
    void open() {
        file = SqliteFile.open(folder.resolve("payfleet.db"));
        other = SqliteFile.open(folder.resolve("payfleet.db"));
    }

    @AfterEach
    void close() {
        other.close();
        file.close();
    }

    @Override
    protected AuditTrail trail() {
        return SqliteAuditTrail.open(file, ChainKeys.named("key"), clock);
    }

    @Override
    protected AuditTrail elsewhere() {
        return SqliteAuditTrail.open(other, ChainKeys.named("key"), clock);
    }

    @Test
    void an_altered_record_is_found() {
        append(5);
        tamper("UPDATE audit_record SET event = replace(event, '\"attempt\":2', '\"attempt\":4') WHERE seq = 3");

        assertThat(verified().faults()).containsExactly(fault(3, 3, Kind.ALTERED));
    }

    @Test
    void a_record_whose_hash_was_made_without_the_key_is_found() {
        append(3);
        tamper("UPDATE audit_record SET at = at + 1, hash = hex(randomblob(32)) WHERE seq = 2");

        // The next one tells the hash that was there.
        assertThat(verified().faults()).containsExactly(fault(2, 2, Kind.ALTERED));
    }

    @Test
    void records_that_were_removed_from_the_middle_are_found() {
        append(6);
        tamper("DELETE FROM audit_record WHERE seq IN (3, 4)");

        assertThat(verified().faults()).containsExactly(fault(3, 4, Kind.REMOVED));
    }

    @Test
    void records_that_were_removed_from_the_beginning_are_found() {
        append(4);
        tamper("DELETE FROM audit_record WHERE seq < 3");

        assertThat(verified().faults()).containsExactly(fault(1, 2, Kind.REMOVED));
    }

    @Test
    void a_tail_that_was_cut_off_is_found_and_stays_found() {
        append(5);
        tamper("DELETE FROM audit_record WHERE seq > 3");
        assertThat(verified().faults()).containsExactly(fault(4, 5, Kind.REMOVED));

        append(1);
        assertThat(verified().faults()).containsExactly(fault(4, 5, Kind.REMOVED));
    }

    @Test
    void everything_that_was_cut_off_is_found() {
        append(2);
        tamper("DELETE FROM audit_record");

        assertThat(verified().faults()).containsExactly(fault(1, 2, Kind.REMOVED));
    }

    @Test
    void two_records_that_were_exchanged_are_found() {
        append(5);
        tamper("UPDATE audit_record SET seq = CASE seq WHEN 2 THEN -4 ELSE -2 END WHERE seq IN (2, 4)");
        tamper("UPDATE audit_record SET seq = -seq WHERE seq < 0");

        assertThat(verified().faults()).containsExactly(fault(2, 2, Kind.OUT_OF_ORDER), fault(4, 4, Kind.OUT_OF_ORDER));
    }

    @Test
    void a_record_that_was_put_in_is_found() {
        append(4);
        tamper("UPDATE audit_record SET seq = -(seq + 1) WHERE seq > 2");
        tamper("UPDATE audit_record SET seq = -seq WHERE seq < 0");
        tamper("INSERT INTO audit_record SELECT 3, at, event, key_id, previous, previous_at, hash"
                + " FROM audit_record WHERE seq = 1");

        assertThat(verified().faults())
                .contains(fault(3, 3, Kind.OUT_OF_ORDER), fault(4, 4, Kind.OUT_OF_ORDER))
                .last()
                .isEqualTo(fault(5, 5, Kind.ADDED));
    }

    @Test
    void a_record_that_was_added_at_the_end_is_found() {
        append(2);
        tamper("INSERT INTO audit_record SELECT 3, at, '{\"event\":\"made up\"}', key_id, hash, at, hash"
                + " FROM audit_record WHERE seq = 2");

        assertThat(verified().faults()).containsExactly(fault(3, 3, Kind.ADDED));
    }

    @Test
    void an_earlier_head_is_found_and_nothing_is_built_over_what_follows_it() {
        append(3);
        tamper("CREATE TABLE kept AS SELECT * FROM audit_head");
        append(2);
        tamper("INSERT OR REPLACE INTO audit_head SELECT * FROM kept");

        assertThat(verified().faults()).containsExactly(fault(3, 3, Kind.HEAD_OUTDATED));
        assertThatThrownBy(() -> append(1)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_head_that_was_altered_to_hide_a_cut_is_found_and_not_built_on() {
        append(3);
        tamper("DELETE FROM audit_record WHERE seq = 3");
        tamper("UPDATE audit_head SET seq = 2, hash = (SELECT hash FROM audit_record WHERE seq = 2)");

        assertThat(verified().faults()).containsExactly(fault(2, 2, Kind.HEAD_ALTERED));
        assertThatThrownBy(() -> append(1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("audit verify");
    }

    @Test
    void a_head_that_was_removed_is_found() {
        append(3);
        tamper("DELETE FROM audit_head");

        assertThat(verified().faults()).containsExactly(fault(3, 3, Kind.HEAD_REMOVED));
    }

    @Test
    void a_time_that_was_set_back_to_excuse_a_removal_is_found() {
        append(3);
        tamper("UPDATE audit_head SET forgotten_before = at + 1");
        tamper("DELETE FROM audit_record WHERE seq < 3");

        assertThat(verified().faults()).contains(fault(3, 3, Kind.HEAD_ALTERED));
    }

    @Test
    void what_was_written_with_a_key_that_is_not_known_is_told() {
        append(1);

        Verification found =
                SqliteAuditTrail.open(file, ChainKeys.named("elsewhere"), clock).verify(Verification.Progress.UNSEEN);

        assertThat(found.faults()).extracting(AuditFault::kind).containsOnly(Kind.UNKNOWN_KEY);
    }

    @Test
    void the_file_refuses_to_change_a_record_or_to_delete_a_living_one() {
        append(2);

        assertThatThrownBy(() -> run("UPDATE audit_record SET event = '{}'"))
                .isInstanceOf(SqliteFileException.class)
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> run("DELETE FROM audit_record"))
                .isInstanceOf(SqliteFileException.class)
                .hasStackTraceContaining("400 days");
        assertThat(verified().sound()).isTrue();
    }

    @Test
    void after_400_days_whole_prefixes_are_forgotten_and_the_rest_still_verifies() {
        append(3);
        clock.pass(Duration.ofDays(1));
        append(2);
        assertThat(trail().sweep(clock.instant())).isZero();

        clock.pass(Duration.ofDays(399).plusSeconds(1));
        assertThat(trail().sweep(clock.instant())).isEqualTo(3);
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().records()).isEqualTo(2);

        clock.pass(Duration.ofDays(2));
        assertThat(trail().sweep(clock.instant())).isEqualTo(2);
        assertThat(verified().faults()).isEmpty();
        append(1);
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().records()).isEqualTo(1);
    }

    @Test
    void what_lives_is_missed_after_a_sweep_too() {
        append(3);
        clock.pass(Duration.ofDays(401));
        append(4);
        trail().sweep(clock.instant());
        tamper("DELETE FROM audit_record WHERE seq < 6");

        assertThat(verified().faults()).containsExactly(fault(1, 5, Kind.REMOVED));
    }

    @Test
    void a_long_log_tells_how_far_it_was_read() {
        append(2500);
        List<Long> seen = new ArrayList<>();

        assertThat(trail().verify(seen::add).records()).isEqualTo(2500);

        assertThat(seen).containsExactly(2000L, 2500L);
    }

    @Test
    void two_processes_that_write_at_once_keep_one_chain() throws Exception {
        Process one = AuditProcess.start(folder, 200);
        Process two = AuditProcess.start(folder, 200);

        String said = one.inputReader().readLine() + ", " + two.inputReader().readLine();

        assertThat(one.waitFor()).as(said).isZero();
        assertThat(two.waitFor()).as(said).isZero();
        Verification found = verified();
        assertThat(found.faults()).isEmpty();
        assertThat(found.records()).isEqualTo(400);
        assertThat(found.chains()).isEqualTo(1);
        System.out.println("a durable record, two processes at once: " + said);
    }

    private static AuditFault fault(long from, long to, Kind kind) {
        return new AuditFault("machine", from, to, kind);
    }

    /// As somebody would who may write to the file and does not mind its rules.
    private void tamper(String sql) {
        run("DROP TRIGGER IF EXISTS audit_record_stays");
        run("DROP TRIGGER IF EXISTS audit_record_lives");
        run(sql);
    }

    private void run(String sql) {
        int _ = other.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}

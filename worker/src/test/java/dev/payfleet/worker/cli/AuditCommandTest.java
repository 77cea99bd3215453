package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditedJob;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void a_whole_log_is_one_line() {
        assertThat(shell.run("audit", "verify").out()).isEqualTo("The audit log is whole: nothing was recorded yet.\n");

        refuse(2);

        Ran ran = shell.run("audit", "verify");
        assertThat(ran.out()).matches("The audit log is whole: 2 records in 1 chain, \\S+Z to \\S+Z\\.\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void what_was_removed_is_named_and_the_exit_code_says_so() {
        refuse(4);
        try (SqliteFile file = SqliteFile.open(shell.home().resolve("payfleet.db"))) {
            int _ = file.write(c -> Sql.update(c, "DROP TRIGGER audit_record_lives"));
            int _ = file.write(c -> Sql.update(c, "DELETE FROM audit_record WHERE seq IN (2, 3)"));
        }

        Ran ran = shell.run("audit", "verify");

        assertThat(ran.out()).contains("│ machine │ 2 to 3 │ removed │").contains("1 fault in 2 records");
        assertThat(ran.code()).isOne();
    }

    @Test
    void shows_what_was_recorded_of_a_connection() {
        refuse(1);

        assertThat(shell.run("audit", "show", "--since", "7d").out())
                .contains("│ grant_refused │ acme/c-17  │", "reason replayed");
        assertThat(shell.run("audit", "show", "--connection", "c-18").out()).startsWith("Nothing was recorded since ");
        assertThat(shell.run("audit", "show", "--since", "yesterday").code()).isEqualTo(2);
        assertThat(shell.run("audit").code()).isEqualTo(2);
    }

    private void refuse(int times) {
        try (Fleet fleet = shell.fleet()) {
            for (int i = 0; i < times; i++) {
                fleet.audit()
                        .append(new AuditEvent.GrantRefused(new AuditedJob(Jobs.ID, Told.KEY, "larkspur"), "replayed"));
            }
        }
    }
}

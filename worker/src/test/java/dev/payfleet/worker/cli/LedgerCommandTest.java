package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.Admission;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Look;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCommandTest {
    private static final String[] SHOW = {"ledger", "show", "--client", "acme", "--connection", "c-17"};
    private static final String REASON = "the provider unlocked it";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void connect() {
        shell = new Shell(folder);
        try (Fleet fleet = shell.fleet()) {
            Told.connect(fleet);
        }
    }

    @Test
    void shows_attempts_and_what_the_rule_says_of_another() {
        assertThat(shell.run(SHOW).out()).startsWith("Another sign-in is admitted; the provider locks at ");

        reject();

        Ran ran = shell.run(SHOW);
        assertThat(ran.out())
                .contains("│ 11111111   │", "│ credentials_rejected │")
                .contains("Another sign-in is refused: this credential was rejected")
                .contains("with another credential, after an override or on ");
        assertThat(ran.code()).isZero();
    }

    @Test
    void an_override_is_audited_and_opens_the_ledger() {
        reject();

        Ran ran = override("--reason", REASON, "--operator", "kim");

        assertThat(ran.out()).isEqualTo("Overridden and audited: the ledger of acme/c-17 counts anew from now.\n");
        assertThat(ran.code()).isZero();
        assertThat(shell.run(SHOW).out()).contains("│ overridden ").contains("Another sign-in is admitted");
        assertThat(shell.run("audit", "show", "--connection", "c-17").out())
                .contains("ledger_overridden", "operator kim", REASON);
        assertThat(shell.run("audit", "verify").code()).isZero();
    }

    @Test
    void a_person_at_a_terminal_is_asked() {
        reject();
        shell.on(new Look(100, 30, false, true));

        Ran refused = shell.typing("no\n", arguments("--reason", REASON));
        assertThat(refused.out()).contains("Type yes:").endsWith("Nothing was changed.\n");
        assertThat(refused.code()).isOne();
        assertThat(shell.run(SHOW).out()).contains("is refused");

        assertThat(shell.typing("yes\n", arguments("--reason", REASON)).code()).isZero();
        assertThat(override("--reason", REASON, "--yes").out()).doesNotContain("Type yes");
    }

    @Test
    void an_override_needs_a_reason_and_somebody_who_is_connected() {
        assertThat(override().code()).isEqualTo(2);
        assertThat(override("--reason", "because so").err())
                .isEqualTo("payfleet: --reason: too short to be one; give three words or more\n");
        assertThat(override("--reason", "in two\nlines then").code()).isEqualTo(2);
        Ran nobody = shell.run("ledger", "override", "--client", "acme", "--connection", "nobody", "--reason", REASON);
        assertThat(nobody.code()).isOne();
        assertThat(nobody.err()).contains("no active connection");
        assertThat(shell.run("audit", "show").out()).startsWith("Nothing was recorded since ");
        assertThat(shell.run("ledger").code()).isEqualTo(2);
    }

    private Ran override(String... more) {
        return shell.run(arguments(more));
    }

    private static String[] arguments(String... more) {
        String[] all = new String[6 + more.length];
        System.arraycopy(new String[] {"ledger", "override", "--client", "acme", "--connection", "c-17"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return all;
    }

    private void reject() {
        try (Fleet fleet = shell.fleet()) {
            Admission admission = fleet.ledger().begin(Told.KEY, "1".repeat(64), 5, Instant.now());
            assertThat(admission)
                    .isInstanceOfSatisfying(
                            Admission.Admitted.class,
                            admitted -> fleet.ledger()
                                    .settle(
                                            Told.KEY,
                                            admitted.attempt(),
                                            AttemptOutcome.CREDENTIALS_REJECTED,
                                            Instant.now()));
        }
    }
}

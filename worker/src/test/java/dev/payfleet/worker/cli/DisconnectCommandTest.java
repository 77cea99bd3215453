package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.fleet.Fleet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DisconnectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void wipes_everything_and_shows_that_nothing_is_left() {
        Shell shell = new Shell(folder);
        Told.succeeded(shell, Jobs.ID, "[]");
        keepEvidence(shell);
        depositAnswer(shell);

        Ran ran = shell.run("disconnect", "--client", "acme", "--connection", "c-17", "--verify");

        assertThat(ran.out().replaceFirst("at 20[^;]+;", "at a time;")).isEqualTo("""
                ┌────────────────────┬───────┬──────┐
                │ kind               │ wiped │ left │
                ├────────────────────┼───────┼──────┤
                │ challenges         │     1 │    0 │
                │ credentials        │     1 │    0 │
                │ dead letters       │     0 │    0 │
                │ device trusts      │     0 │    0 │
                │ evidence           │     1 │    0 │
                │ queued jobs        │     0 │    0 │
                │ results            │     1 │    0 │
                │ sessions           │     0 │    0 │
                │ traces in the file │       │    0 │
                └────────────────────┴───────┴──────┘
                Left at a time; the provider's own sign-out: no_session.
                Nothing is left: every place was read back, and each was empty.
                """);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(shell.run("disconnect", "--client", "acme", "--connection", "c-17", "--verify"))
                .as("told again later, from the record")
                .isEqualTo(ran);
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.connections().find(Told.KEY).orElseThrow().state())
                    .isEqualTo(ConnectionState.DISCONNECTED);
        }
    }

    @Test
    void counts_nothing_for_someone_who_was_never_connected() {
        Ran ran = new Shell(folder).run("disconnect", "--client", "acme", "--connection", "nobody");

        assertThat(ran.out()).contains("│ credentials   │     0 │");
        assertThat(ran.code()).isZero();
    }

    private static void depositAnswer(Shell shell) {
        try (Fleet fleet = shell.fleet()) {
            fleet.challenges().deposit(Told.KEY, UUID.randomUUID(), Secret.of("123456"), Instant.now());
        }
    }

    @Test
    void a_command_that_was_told_no_way_out_wipes_all_the_same() {
        Shell shell = new Shell(folder);
        keepSession(shell);

        Ran ran = shell.run("disconnect", "--client", "acme", "--connection", "c-17", "--verify");

        assertThat(ran.out())
                .contains("│ sessions           │     1 │    0 │", "sign-out: not_tried.", "Nothing is left");
        assertThat(ran.code()).isZero();
    }

    @Test
    void a_job_that_waits_is_answered_at_once() {
        Shell shell = new Shell(folder);
        try (Fleet fleet = shell.fleet()) {
            Told.connect(fleet);
        }
        shell.typing(Jobs.payruns(Jobs.ID), "submit", "-");

        Ran ran = shell.run("disconnect", "--client", "acme", "--connection", "c-17");

        assertThat(ran.out()).contains("│ queued jobs   │     1 │");
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.desk().depths().ready()).isZero();
            assertThat(fleet.outcomes().terminal(Jobs.ID)).isPresent();
        }
    }

    private static void keepSession(Shell shell) {
        try (Fleet fleet = shell.fleet()) {
            Told.connect(fleet);
        }
        SqliteFile file = SqliteFile.open(shell.home().resolve("payfleet.db"));
        try (file) {
            EmbeddedSessions stores = EmbeddedSessions.open(
                    file, KeyFile.readOrCreate(shell.home().resolve("key")));
            long fence = stores.sessions().claim(Told.KEY);
            Instant now = Instant.now();
            stores.sessions()
                    .save(Told.KEY, fence, new StoredSession(Secret.of("{}"), now, now.plusSeconds(600), "a browser"));
        }
    }

    private static void keepEvidence(Shell shell) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        try (Fleet fleet = shell.fleet()) {
            EvidenceId _ = fleet.evidence()
                    .save(new Evidence(
                            EvidenceOwner.of(Told.KEY), "larkspur", "payruns", Instant.now(), RedrawnPng.of(png), ""));
        }
    }
}

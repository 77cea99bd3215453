package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.Secret;
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

        assertThat(ran.out()).isEqualTo("""
                ┌───────────────┬───────┬──────┐
                │ kind          │ wiped │ left │
                ├───────────────┼───────┼──────┤
                │ credentials   │     1 │    0 │
                │ sessions      │     0 │    0 │
                │ device trusts │     0 │    0 │
                │ results       │     1 │    0 │
                │ challenges    │     1 │    0 │
                │ evidence      │     1 │    0 │
                └───────────────┴───────┴──────┘
                Nothing is left: a second wipe found nothing, and no credential opens.
                """);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
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

    private static void keepEvidence(Shell shell) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        try (Fleet fleet = shell.fleet()) {
            EvidenceId _ = fleet.evidence()
                    .save(new Evidence(
                            EvidenceOwner.of(Told.KEY), "larkspur", "payruns", Instant.now(), RedrawnPng.of(png), ""));
        }
    }
}

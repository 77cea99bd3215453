package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Turn;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void shows_an_empty_queue() {
        assertThat(shell.run("queue").out()).isEqualTo("""
                ┌───────────┬──────┐
                │ ready     │    0 │
                │ in flight │    0 │
                │ delayed   │    0 │
                │ dead      │    0 │
                │ oldest    │ none │
                └───────────┴──────┘
                """);
        assertThat(shell.run("queue", "dead").out()).isEqualTo("There are no dead letters.\n");
    }

    @Test
    void shows_how_much_waits_as_a_table_and_as_json() {
        shell.typing(Jobs.payruns(Jobs.ID) + "\n" + Jobs.payruns(Jobs.OTHER_ID), "submit", "-");

        assertThat(shell.run("queue").out()).containsPattern("ready +│ +2 │").contains(" ago │");
        assertThat(shell.run("queue", "--json").out())
                .matches("\\{\"ready\":2,\"in_flight\":0,\"delayed\":0,\"dead\":0,\"oldest_seconds\":\\d+}\n");
    }

    @Test
    void lists_dead_letters_with_their_reason() throws InterruptedException {
        die(Jobs.ID.toString());

        assertThat(shell.run("queue", "dead").out())
                .contains("│ " + Jobs.ID + " │ c-17       │        1 │", "│ adapter_broken │");
    }

    @Test
    void redrives_a_dead_letter_and_reopens_its_outcome() throws InterruptedException {
        die(Jobs.ID.toString());
        Told.broken(shell, Jobs.ID);

        Ran ran = shell.run("queue", "redrive", Jobs.ID.toString());

        assertThat(ran.out()).isEqualTo("Sent again: 1 job.\n");
        assertThat(ran.code()).isZero();
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.outcomes().terminal(Jobs.ID)).isEmpty();
            assertThat(fleet.desk().depths().ready()).isOne();
            assertThat(fleet.desk().depths().dead()).isZero();
        }
    }

    @Test
    void redrives_all_dead_letters() throws InterruptedException {
        die(Jobs.ID.toString());
        die("not-a-uuid");

        assertThat(shell.run("queue", "redrive", "--all").out()).isEqualTo("Sent again: 2 jobs.\n");
        assertThat(shell.run("queue", "redrive", "--all").out()).isEqualTo("Sent again: no jobs.\n");
    }

    @Test
    void refuses_to_redrive_what_is_not_dead() {
        Ran ran = shell.run("queue", "redrive", Jobs.ID.toString());

        assertThat(ran.err())
                .isEqualTo("payfleet: JOB_ID: there is no dead letter of this job; see ./payfleet queue dead\n");
        assertThat(ran.code()).isOne();
        assertThat(shell.run("queue", "redrive").code()).isEqualTo(2);
        assertThat(shell.run("queue", "redrive", "--all", Jobs.ID.toString()).code())
                .isEqualTo(2);
        assertThat(shell.run("queue", "dead", "--max", "0").err())
                .isEqualTo("payfleet: --max: out of range; expected 1 to 10000\n");
    }

    private void die(String job) throws InterruptedException {
        try (Fleet fleet = shell.fleet()) {
            fleet.queue().send(NewMessage.of("c-17", job, MessageBody.of(Jobs.payruns(Jobs.ID))));
            for (Turn turn : fleet.queue().receive(10, Duration.ofMinutes(1), Duration.ZERO)) {
                assertThat(fleet.queue().deadLetter(turn.first().receipt(), "adapter_broken"))
                        .isTrue();
            }
        }
    }
}

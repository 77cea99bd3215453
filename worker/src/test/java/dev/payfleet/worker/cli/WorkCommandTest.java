package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.terminal.Look;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WorkCommandTest {
    private static final String DRIVER = "playwright.cli.dir";
    private static final Look TERMINAL = new Look(100, 40, false, true);

    private final @Nullable String driver = System.getProperty(DRIVER);

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).with("PAYFLEET_DIRECT", "true").with("PAYFLEET_LANES", "1");
    }

    /// A worker tells Playwright of the driver in its home by a property of the process, and this home goes away.
    @AfterEach
    void forgetTheDriver() {
        if (driver == null) {
            System.clearProperty(DRIVER);
        } else {
            System.setProperty(DRIVER, driver);
        }
    }

    @Test
    void ends_when_the_queue_is_empty_and_keeps_the_standard_output_for_its_log() {
        Ran ran = shell.run("work", "--until-empty");

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(shell.logs()).containsExactly("-");
    }

    @Test
    void answers_what_is_queued_before_it_ends() {
        send("{\"version\":1,\"job_id\":\"" + Jobs.ID + "\"}");

        Ran ran = shell.run(
                "work",
                "--until-empty",
                "--log",
                folder.resolve("home/work.jsonl").toString());

        assertThat(ran.out()).endsWith("ready 0, in flight 0, delayed 0, dead 1; answered 1, 3 a minute\n");
        assertThat(shell.logs()).containsExactly("work.jsonl");
        assertThat(shell.run("queue", "dead").out()).contains("invalid_job");
        assertThat(shell.run("result", Jobs.ID.toString()).out()).contains("invalid_job");
    }

    @Test
    void shows_a_person_a_picture_and_sends_the_log_to_a_file() {
        send("{\"version\":1,\"job_id\":\"" + Jobs.ID + "\"}");

        Ran ran = shell.on(TERMINAL).run("work", "--until-empty");

        assertThat(ran.out()).contains("Working: 1 lane", "│ answered │", "│ failed  │ invalid_job │", "\u001b[?25h");
        assertThat(shell.logs())
                .containsExactly("logs/worker-" + ProcessHandle.current().pid() + ".jsonl");
    }

    @Test
    void leaves_no_health_behind_when_it_ends() {
        shell.run("work", "--until-empty");

        assertThat(shell.run("health")).isEqualTo(new Ran(3, "no worker is running here\n", ""));
    }

    private void send(String message) {
        try (Fleet fleet = shell.fleet()) {
            fleet.queue().send(NewMessage.of("c-17", Jobs.ID.toString(), MessageBody.of(message)));
        }
    }
}

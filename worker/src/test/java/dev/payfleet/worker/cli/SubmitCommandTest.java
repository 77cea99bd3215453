package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubmitCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void puts_one_job_on_the_queue_over_any_number_of_lines() throws Exception {
        String job = Jobs.payruns(Jobs.ID).replace(",", ",\n  ").replace("{\"version", "{\n  \"version");

        Ran ran = shell.run("submit", file(job));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                ┌──────────────────────────────────────┬───────┬────────────┬──────────┬──────────┐
                │ job_id                               │ kind  │ connection │ provider │ resource │
                ├──────────────────────────────────────┼───────┼────────────┼──────────┼──────────┤
                │ 3f0e6c1a-7d52-4b8e-9a40-1c2d3e4f5a6b │ fetch │ acme/c-17  │ larkspur │ payruns  │
                └──────────────────────────────────────┴───────┴────────────┴──────────┴──────────┘
                """);
        assertThat(ran.code()).isZero();
        Delivery queued = onlyDelivery();
        assertThat(queued.group()).isEqualTo("c-17");
        assertThat(queued.body()).isEqualTo(MessageBody.of(job));
    }

    @Test
    void puts_a_job_a_line_on_the_queue_and_each_once() {
        String lines = Jobs.payruns(Jobs.ID) + "\n\n" + Jobs.payruns(Jobs.OTHER_ID) + "\n";

        assertThat(shell.typing(lines, "submit", "-").code()).isZero();
        assertThat(shell.typing(lines, "submit", "-").code()).isZero();

        assertThat(ready()).isEqualTo(2);
    }

    @Test
    void names_the_field_of_a_fetch_without_its_dates() {
        Ran ran = shell.typing(Jobs.payrunsWithoutDates(Jobs.ID), "submit", "-");

        assertThat(ran.err()).startsWith("line 1: ").contains("start_date", "end_date");
        assertRefusedAndNothingSent(ran, "1 of 1 job is");
    }

    @Test
    void refuses_an_unknown_version() {
        Ran ran = shell.typing(Jobs.payruns(Jobs.ID).replace("\"version\":1", "\"version\":9"), "submit", "-");

        assertThat(ran.err()).startsWith("line 1: version: expected 1\n");
        assertRefusedAndNothingSent(ran, "1 of 1 job is");
    }

    @Test
    void refuses_a_job_over_the_limit() {
        String large =
                Jobs.payruns(Jobs.ID).replace("{\"version\"", "{\"note\":\"" + "x".repeat(65_536) + "\",\"version\"");

        Ran ran = shell.typing(large, "submit", "-");

        assertThat(ran.err()).startsWith("line 1: message: expected at most 65536 bytes\n");
        assertRefusedAndNothingSent(ran, "1 of 1 job is");
    }

    @Test
    void lists_every_fault_by_line_and_never_a_value() {
        String lines = String.join(
                "\n",
                Jobs.payruns(Jobs.ID),
                "{\"version\":1,",
                Jobs.payruns(Jobs.OTHER_ID).replace("\"kind\":\"fetch\"", "\"kind\":\"hunter2\""),
                Jobs.payruns(Jobs.ID));

        Ran ran = shell.typing(lines, "submit", "-");

        assertThat(ran.err().lines().map(line -> line.replaceFirst(":.*", "")))
                .containsExactly("line 2", "line 3", "line 4", "payfleet");
        assertThat(ran.err())
                .contains("line 4: job_id: expected another than that of line 1")
                .doesNotContain("hunter2");
        assertRefusedAndNothingSent(ran, "3 of 4 jobs are");
    }

    @Test
    void sends_the_others_when_told_to_keep_going() {
        Ran ran = shell.typing("{\"version\":1}\n" + Jobs.payruns(Jobs.ID), "submit", "-", "--keep-going");

        assertThat(ran.out()).contains(Jobs.ID.toString());
        assertThat(ran.err())
                .endsWith("payfleet: 1 of 2 jobs are malformed; the others were sent: correct these and send them\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ready()).isOne();
    }

    @Test
    void refuses_a_file_that_is_not_there_or_holds_nothing() throws IOException {
        assertThat(shell.run("submit", folder.resolve("none.json").toString()).err())
                .isEqualTo("payfleet: FILE: there is no such file; give one that is there, or -\n");
        assertThat(shell.run("submit", file("\n\n")).err())
                .isEqualTo("payfleet: FILE: holds no job; give one job as JSON, or one a line\n");
        assertThat(shell.run("submit", folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void shows_the_outcomes_it_waited_for_and_tells_whether_all_succeeded() {
        Told.succeeded(shell, Jobs.ID, "[]");
        Told.broken(shell, Jobs.OTHER_ID);

        Ran good = shell.typing(Jobs.payruns(Jobs.ID), "submit", "--wait", "-");
        Ran bad = shell.typing(Jobs.payruns(Jobs.OTHER_ID), "submit", "-", "--wait=1");

        assertThat(good.out()).contains("succeeded", "http", "345 ms");
        assertThat(good.code()).isZero();
        assertThat(bad.out()).contains("failed", "adapter_broken");
        assertThat(bad.code()).isOne();
    }

    @Test
    void says_which_jobs_have_no_outcome_when_the_wait_is_over() {
        Ran ran = shell.typing(Jobs.payruns(Jobs.ID), "submit", "-", "--wait=0");

        assertThat(ran.out()).contains("no outcome yet");
        assertThat(ran.code()).isOne();
    }

    private void assertRefusedAndNothingSent(Ran ran, String count) {
        assertThat(ran.err())
                .endsWith("payfleet: " + count
                        + " malformed; nothing was sent: correct them, or send the others with --keep-going\n");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ready()).isZero();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("jobs.json"), text).toString();
    }

    private long ready() {
        try (Fleet fleet = shell.fleet()) {
            return fleet.desk().depths().ready();
        }
    }

    private Delivery onlyDelivery() throws InterruptedException {
        try (Fleet fleet = shell.fleet()) {
            List<Delivery> deliveries = fleet.queue().receive(10, Duration.ofMinutes(1), Duration.ZERO).stream()
                    .flatMap(turn -> turn.deliveries().stream())
                    .toList();
            assertThat(deliveries).hasSize(1);
            return deliveries.getFirst();
        }
    }
}

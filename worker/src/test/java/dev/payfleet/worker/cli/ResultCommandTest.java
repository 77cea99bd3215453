package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultCommandTest {
    private static final String PAYSLIPS = """
            [{"id":"a","remote_id":"77","currency":"gbp","gross_pay":134267,"net_pay":86578,"start_date":"2026-01-01",\
            "end_date":"2026-01-31","payment_date":"2026-01-27"},\
            {"id":"b","remote_id":"78","currency":"gbp","gross_pay":null,"net_pay":5,"start_date":"2026-01-01",\
            "end_date":"2026-01-31","payment_date":"2026-01-27"}]""";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void shows_the_outcome_and_the_first_records() {
        Told.succeeded(shell, Jobs.ID, PAYSLIPS);

        Ran ran = result();

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("│ outcome      │ succeeded")
                .contains("│ connection   │ acme/c-17")
                .contains("queued 20 ms, session 5 ms, read 340 ms")
                .containsPattern("in (1 h|59 min)")
                .contains("│ 2026-01-01 │ 2026-01-31 │ 2026-01-27   │ 1,342.67 GBP │ 865.78 GBP │ 77        │")
                .contains("│ 2026-01-01 │ 2026-01-31 │ 2026-01-27   │              │   0.05 GBP │ 78        │")
                .endsWith("311 B of JSON; --body prints it all.\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void prints_the_very_body_or_event_and_body_as_one_object() {
        Told.succeeded(shell, Jobs.ID, PAYSLIPS);

        assertThat(result("--body").out()).isEqualTo(PAYSLIPS + "\n");
        assertThat(result("--json").out())
                .startsWith("{\"outcome\":{\"version\":1,\"job_id\":\"" + Jobs.ID)
                .endsWith(",\"body\":" + PAYSLIPS + "}\n");
    }

    @Test
    void says_that_a_result_has_expired() {
        Told.succeededLongAgo(shell, Jobs.ID);

        assertThat(result().out())
                .endsWith(
                        "The result has expired, and nothing of it is left. Submit the job again under a new job_id.\n");
        assertThat(result().code()).isOne();
        assertThat(result("--json").out()).endsWith(",\"body\":null}\n");
        assertThat(result("--body").err())
                .isEqualTo("payfleet: the result has expired; submit the job again under a new job_id\n");
    }

    @Test
    void shows_what_broke_and_where_the_evidence_is() {
        Told.broken(shell, Jobs.ID);

        Ran ran = result();

        assertThat(ran.out()).contains("failed", "adapter_broken", "│ evidence_id │ ev-1", "│ attempt     │ 2");
        assertThat(ran.code()).isOne();
        assertThat(result("--body").err())
                .isEqualTo("payfleet: there is no result: the outcome is failed; see the outcome without --body\n");
    }

    @Test
    void says_that_there_is_no_outcome_yet() {
        Ran ran = result("--wait=0");

        assertThat(ran.err())
                .isEqualTo(
                        "payfleet: there is no outcome of this job yet; check its id, look at ./payfleet queue, or wait"
                                + " for it with --wait\n");
        assertThat(ran.code()).isOne();
    }

    @Test
    void says_how_the_last_attempt_ended_while_the_job_is_tried_again() {
        Told.triedAgainLater(shell, Jobs.ID);

        assertThat(result().err())
                .isEqualTo("payfleet: there is no outcome of this job yet; attempt 2 ended in retry_later"
                        + " (provider_unavailable), and it is tried again: wait for it with --wait\n");
    }

    @Test
    void refuses_two_ways_to_print_at_once() {
        assertThat(result("--json", "--body").code()).isEqualTo(2);
    }

    private Ran result(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "result";
        arguments[1] = Jobs.ID.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return shell.run(arguments);
    }
}

package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeEventTest {

    private static final FetchJob JOB = new FetchJob(
            1,
            UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01"),
            JobKind.CONNECT,
            "acme",
            "anna",
            "larkspur",
            null,
            0,
            true,
            Instant.parse("2026-03-01T12:00:00Z"),
            "header.payload.signature",
            null);

    @Test
    void is_terminal_unless_the_job_will_be_tried_again() {
        assertThat(OutcomeEvent.terminal(JOB, new JobOutcome.Disconnected(), 1, Timings.NONE)
                        .terminal())
                .isTrue();
        assertThat(OutcomeEvent.passing(
                                JOB,
                                new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ofSeconds(3)),
                                1,
                                Timings.NONE)
                        .terminal())
                .isFalse();
    }

    @Test
    void lets_nothing_pass_that_is_not_tried_again() {
        assertThatThrownBy(() -> new OutcomeEvent(
                        1, JOB.jobId(), "acme", "anna", new JobOutcome.Disconnected(), false, "", 1, Timings.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("terminal: only an outcome to be tried again may pass");
    }

    @Test
    void prints_no_grant_with_its_job() {
        assertThat(JOB.toString()).contains("<redacted>").doesNotContain("payload");
    }

    @Test
    void takes_no_fetch_job_without_a_resource() {
        assertThatThrownBy(() -> new FetchJob(
                        1,
                        JOB.jobId(),
                        JobKind.FETCH,
                        "acme",
                        "anna",
                        "larkspur",
                        null,
                        0,
                        true,
                        JOB.deadline(),
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource: a fetch job needs one");
    }
}

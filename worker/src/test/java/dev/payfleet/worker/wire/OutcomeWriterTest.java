package dev.payfleet.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.Tier;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.ResultRef;
import dev.payfleet.worker.job.Timings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeWriterTest {

    private static final UUID JOB_ID = UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Timings TIMINGS = new Timings(
            Duration.ofMillis(12), Duration.ofMillis(3), Duration.ofMillis(521), Duration.ofMillis(80), Duration.ZERO);

    private final OutcomeWriter writer = new OutcomeWriter();
    private final OutcomeReader reader = new OutcomeReader();

    @Test
    void writes_a_success_as_the_contract_has_it() {
        JobOutcome found =
                new JobOutcome.Succeeded(new ResultRef("k1", TIME, TIME.plusSeconds(3600), Tier.HTTP, 12, false));

        assertThat(text(event(found, true))).isEqualTo("""
                {"version":1,"job_id":"6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01","client_id":"acme",\
                "connection_id":"anna","outcome":"succeeded","code":null,"message":"The data is there.",\
                "terminal":true,"retry_after_seconds":null,"challenge":null,\
                "result":{"key":"k1","retrieved_at":"2026-03-01T12:00:00Z","expires_at":"2026-03-01T13:00:00Z",\
                "source":"http","records":12,"partial":false},\
                "evidence_id":null,"attempt":2,\
                "timing_ms":{"queued":12,"session":3,"sign_in":521,"read":80,"person":0}}""");
    }

    @Test
    void writes_when_to_ask_again_in_whole_seconds_and_never_too_early() {
        assertThat(text(event(later(Duration.ofMillis(2001)), false)))
                .contains("\"retry_after_seconds\":3", "\"terminal\":false");
        assertThat(text(event(later(Duration.ofSeconds(2)), false))).contains("\"retry_after_seconds\":2");
        assertThat(text(event(later(Duration.ZERO), true))).contains("\"retry_after_seconds\":1", "\"terminal\":true");
    }

    @Test
    void writes_evidence_beside_the_message_and_not_in_it() {
        String text = text(event(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-17"), true));

        assertThat(text).contains("\"evidence_id\":\"ev-17\"").containsOnlyOnce("ev-17");
    }

    @Test
    void writes_the_last_word_on_a_malformed_job_with_what_is_known_of_it() {
        String text = text(OutcomeEvent.malformed(JOB_ID, null, null, "deadline is missing", 1));

        assertThat(text)
                .contains("\"client_id\":null,\"connection_id\":null", "\"code\":\"invalid_job\"")
                .contains("\"message\":\"deadline is missing\"", "\"terminal\":true");
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).clientId())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void writes_what_the_schema_accepts_and_the_reader_reads(JobOutcome outcome) {
        OutcomeEvent event = event(outcome, true);

        assertThat(reader.read(writer.write(event))).isEqualTo(event);
    }

    static Stream<JobOutcome> outcomes() {
        Duration soon = Duration.ofSeconds(5);
        return Stream.of(
                        Stream.of(
                                new JobOutcome.Succeeded(null),
                                new JobOutcome.Succeeded(new ResultRef("k1", TIME, TIME, Tier.CACHE, 0, true)),
                                new JobOutcome.Disconnected(),
                                new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-17")),
                        Arrays.stream(OutcomeCode.Challenged.values())
                                .map(kind -> new JobOutcome.Challenged(
                                        new Challenge(
                                                JOB_ID,
                                                kind,
                                                "Enter the code",
                                                TIME,
                                                List.of(OutcomeCode.Challenged.OTP_APP)),
                                        soon)),
                        Arrays.stream(OutcomeCode.Action.values()).map(JobOutcome.ActionRequired::new),
                        Arrays.stream(OutcomeCode.Retry.values()).map(code -> new JobOutcome.RetryLater(code, soon)),
                        Arrays.stream(OutcomeCode.Unsupported.values()).map(JobOutcome.Unsupported::new),
                        Arrays.stream(OutcomeCode.Failure.values()).map(code -> new JobOutcome.Failed(code, null)))
                .flatMap(outcomes -> outcomes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"outcome\":\"retry_later\"|\"outcome\":\"soon\"",
                "\"code\":\"timed_out\"|\"code\":\"captcha\"",
                "\"retry_after_seconds\":5|\"retry_after_seconds\":null",
                "\"result\":null|\"result\":{}",
                "\"attempt\":2|\"attempt\":0",
                "\"timing_ms\"|\"timings\"",
                "\"version\":1|\"version\":2"
            })
    void reads_nothing_that_the_schema_does_not_accept(String change) {
        int bar = change.indexOf('|');
        String valid = text(event(later(Duration.ofSeconds(5)), false));
        String changed = valid.replace(change.substring(0, bar), change.substring(bar + 1));
        assertThat(changed).isNotEqualTo(valid);

        assertThatThrownBy(() -> reader.read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    private static JobOutcome later(Duration retryAfter) {
        return new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, retryAfter);
    }

    private static OutcomeEvent event(JobOutcome outcome, boolean terminal) {
        return new OutcomeEvent(1, JOB_ID, "acme", "anna", outcome, terminal, outcome.message(), 2, TIMINGS);
    }

    private String text(OutcomeEvent event) {
        return new String(writer.write(event), StandardCharsets.UTF_8);
    }
}

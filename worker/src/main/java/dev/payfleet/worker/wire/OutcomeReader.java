package dev.payfleet.worker.wire;

import dev.payfleet.provider.Tier;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.ResultRef;
import dev.payfleet.worker.job.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads outcome events, as those who show them need it. Callable from any thread.
public final class OutcomeReader {

    private final WireSchema schema = new WireSchema("outcome-event");

    /// Reads one event.
    ///
    /// @throws UnreadableEventException when it is none, or has a code that came after this version
    public OutcomeEvent read(byte[] message) {
        JsonNode json = Json.parse(message).orElseThrow(() -> new UnreadableEventException("event: expected JSON"));
        List<String> faults = schema.faults(json);
        if (!faults.isEmpty()) {
            throw new UnreadableEventException("event: " + String.join("; ", faults));
        }
        return new OutcomeEvent(
                json.path("version").intValue(),
                Json.uuid(json, "job_id").orElseThrow(),
                json.path("client_id").stringValue(null),
                json.path("connection_id").stringValue(null),
                outcome(json),
                json.path("terminal").booleanValue(),
                json.path("message").stringValue(),
                json.path("attempt").intValue(),
                timings(json.path("timing_ms")));
    }

    private static JobOutcome outcome(JsonNode json) {
        return switch (json.path("outcome").stringValue()) {
            case "succeeded" -> new JobOutcome.Succeeded(result(json.path("result")));
            case "challenged" -> new JobOutcome.Challenged(challenge(json.path("challenge")), retryAfter(json));
            case "action_required" -> new JobOutcome.ActionRequired(code(OutcomeCode.Action.class, json.path("code")));
            case "retry_later" ->
                new JobOutcome.RetryLater(code(OutcomeCode.Retry.class, json.path("code")), retryAfter(json));
            case "unsupported" -> new JobOutcome.Unsupported(code(OutcomeCode.Unsupported.class, json.path("code")));
            case "disconnected" -> new JobOutcome.Disconnected();
            case "failed" ->
                new JobOutcome.Failed(
                        code(OutcomeCode.Failure.class, json.path("code")),
                        json.path("evidence_id").stringValue(null));
            default -> throw new UnreadableEventException("event: outcome: expected what the schema says");
        };
    }

    /// The schema has passed the word, so that there is a constant for it.
    private static <C extends Enum<C>> C code(Class<C> codes, JsonNode word) {
        return Enum.valueOf(codes, word.stringValue().toUpperCase(Locale.ROOT));
    }

    private static Duration retryAfter(JsonNode json) {
        return Duration.ofSeconds(json.path("retry_after_seconds").longValue());
    }

    private static Challenge challenge(JsonNode json) {
        return new Challenge(
                Json.uuid(json, "id").orElseThrow(),
                code(OutcomeCode.Challenged.class, json.path("kind")),
                json.path("prompt").stringValue(""),
                Instant.parse(json.path("expires_at").stringValue()),
                json.path("options").values().stream()
                        .map(option -> code(OutcomeCode.Challenged.class, option))
                        .toList());
    }

    private static @Nullable ResultRef result(JsonNode json) {
        return json.isNull()
                ? null
                : new ResultRef(
                        json.path("key").stringValue(),
                        Instant.parse(json.path("retrieved_at").stringValue()),
                        Instant.parse(json.path("expires_at").stringValue()),
                        code(Tier.class, json.path("source")),
                        json.path("records").intValue(),
                        json.path("partial").booleanValue());
    }

    private static Timings timings(JsonNode json) {
        return new Timings(
                millis(json, "queued"),
                millis(json, "session"),
                millis(json, "sign_in"),
                millis(json, "read"),
                millis(json, "person"));
    }

    private static Duration millis(JsonNode json, String field) {
        return Duration.ofMillis(json.path(field).longValue());
    }
}

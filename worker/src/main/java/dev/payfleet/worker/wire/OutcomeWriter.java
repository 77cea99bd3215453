package dev.payfleet.worker.wire;

import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.ResultRef;
import dev.payfleet.worker.job.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes outcome events. Every field is written, null where there is nothing. Callable from any thread.
public final class OutcomeWriter {

    /// The event as the bytes of its message.
    public byte[] write(OutcomeEvent event) {
        JobOutcome outcome = event.outcome();
        OutcomeCode code = outcome.code();
        ObjectNode json = Json.object()
                .put("version", event.version())
                .put("job_id", event.jobId().toString())
                .put("client_id", event.clientId())
                .put("connection_id", event.connectionId())
                .put("outcome", outcome.wireName())
                .put("code", code == null ? null : code.wireName())
                .put("message", event.message())
                .put("terminal", event.terminal())
                .put("retry_after_seconds", seconds(outcome.retryAfter()));
        json.set("challenge", outcome instanceof JobOutcome.Challenged(var challenge, var _) ? asked(challenge) : null);
        json.set("result", outcome instanceof JobOutcome.Succeeded(var result) ? found(result) : null);
        json.put("evidence_id", outcome instanceof JobOutcome.Failed(var _, var evidence) ? evidence : null)
                .put("attempt", event.attempt())
                .set("timing_ms", took(event.timings()));
        return Json.write(json);
    }

    /// In whole seconds, rounded up: who asks again too early asks in vain.
    private static @Nullable Long seconds(@Nullable Duration retryAfter) {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }

    private static ObjectNode asked(Challenge challenge) {
        ObjectNode json = Json.object()
                .put("id", challenge.id().toString())
                .put("kind", challenge.kind().wireName())
                .put("prompt", challenge.prompt())
                .put("expires_at", challenge.expiresAt().toString());
        ArrayNode options = json.putArray("options");
        challenge.options().forEach(option -> options.add(option.wireName()));
        return json;
    }

    private static @Nullable ObjectNode found(@Nullable ResultRef result) {
        return result == null
                ? null
                : Json.object()
                        .put("key", result.key())
                        .put("retrieved_at", result.retrievedAt().toString())
                        .put("expires_at", result.expiresAt().toString())
                        .put("source", result.source().wireValue())
                        .put("records", result.records())
                        .put("partial", result.partial());
    }

    private static ObjectNode took(Timings timings) {
        return Json.object()
                .put("queued", timings.queued().toMillis())
                .put("session", timings.session().toMillis())
                .put("sign_in", timings.signIn().toMillis())
                .put("read", timings.read().toMillis())
                .put("person", timings.person().toMillis());
    }
}

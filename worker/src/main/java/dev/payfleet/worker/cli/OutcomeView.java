package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An outcome event as a person reads it. It is read field by field, as upstream would, so an event of a later
/// version shows what is known of it.
record OutcomeView(JsonNode event) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static OutcomeView of(MessageBody event) {
        return new OutcomeView(JSON.readTree(event.bytes()));
    }

    String jobId() {
        return text("job_id");
    }

    String connectionId() {
        return text("connection_id");
    }

    /// Whose account it was; empty for a malformed job that did not tell.
    Optional<ConnectionKey> key() {
        return text("client_id").isEmpty() || connectionId().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConnectionKey(text("client_id"), connectionId()));
    }

    boolean succeeded() {
        return text("outcome").equals("succeeded");
    }

    /// What came of it, in the colour of how bad that is.
    Text outcome() {
        String outcome = text("outcome");
        return new Text(
                outcome,
                switch (outcome) {
                    case "succeeded", "disconnected" -> Style.GOOD;
                    case "failed" -> Style.BAD;
                    default -> Style.WARNING;
                });
    }

    String code() {
        return text("code");
    }

    String message() {
        return text("message");
    }

    String evidenceId() {
        return text("evidence_id");
    }

    int attempt() {
        return event.path("attempt").asInt(1);
    }

    Optional<Duration> retryAfter() {
        JsonNode seconds = event.path("retry_after_seconds");
        return seconds.isNumber() ? Optional.of(Duration.ofSeconds(seconds.asLong())) : Optional.empty();
    }

    /// The tier that served it; empty where none did.
    String source() {
        return event.path("result").path("source").asString("");
    }

    String resultKey() {
        return event.path("result").path("key").asString("");
    }

    String records() {
        JsonNode records = event.path("result").path("records");
        return records.isNumber() ? records.asString() : "";
    }

    boolean partial() {
        return event.path("result").path("partial").asBoolean(false);
    }

    /// What the provider asks of the person; empty where it asks nothing.
    Optional<Asked> asked() {
        JsonNode challenge = event.path("challenge");
        return challenge.isObject() ? Optional.of(Asked.of(challenge)) : Optional.empty();
    }

    Optional<Instant> retrievedAt() {
        return instant("retrieved_at");
    }

    Optional<Instant> expiresAt() {
        return instant("expires_at");
    }

    /// How long one stage took, by its name in the event.
    Duration took(String stage) {
        return Duration.ofMillis(event.path("timing_ms").path(stage).asLong(0));
    }

    /// Our own time: waiting in the queue and for the person left out.
    Duration took() {
        return Stream.of("session", "sign_in", "read").map(this::took).reduce(Duration.ZERO, Duration::plus);
    }

    private Optional<Instant> instant(String field) {
        String text = event.path("result").path(field).asString("");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private String text(String field) {
        return event.path(field).asString("");
    }
}

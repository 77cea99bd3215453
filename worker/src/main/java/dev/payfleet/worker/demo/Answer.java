package dev.payfleet.worker.demo;

import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An outcome event as upstream reads it: out of its JSON, and not out of our own types.
///
/// @param at when it was published
/// @param event the whole event
record Answer(
        UUID jobId,
        String connectionId,
        boolean terminal,
        String outcome,
        Optional<String> code,
        Optional<String> evidenceId,
        Optional<String> resultKey,
        Optional<String> source,
        int records,
        int attempt,
        long signInMillis,
        long readMillis,
        Instant at,
        MessageBody event) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(LoggedOutcome logged) {
        JsonNode event = JSON.readTree(logged.event().bytes());
        JsonNode result = event.path("result");
        JsonNode timing = event.path("timing_ms");
        return new Answer(
                logged.jobId(),
                event.path("connection_id").asString(""),
                logged.terminal(),
                event.path("outcome").asString(""),
                text(event.path("code")),
                text(event.path("evidence_id")),
                text(result.path("key")),
                text(result.path("source")),
                result.path("records").asInt(0),
                event.path("attempt").asInt(0),
                timing.path("sign_in").asLong(0),
                timing.path("read").asLong(0),
                logged.publishedAt(),
                logged.event());
    }

    /// Signing in and reading together, as the event has it: in whole milliseconds.
    Duration took() {
        return Duration.ofMillis(signInMillis + readMillis);
    }

    /// The event as it was published.
    byte[] bytes() {
        return event.bytes();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /// `succeeded`, or `failed / adapter_broken`.
    String said() {
        return code.map(word -> outcome + " / " + word).orElse(outcome);
    }

    /// What served the job, or nothing where it was not served. A job that had to sign in counts as a sign-in,
    /// whatever read it afterwards.
    Optional<Tier> tier() {
        if (!outcome.equals("succeeded")) {
            return Optional.empty();
        }
        return signInMillis > 0 ? Optional.of(Tier.SIGN_IN) : source.flatMap(Tier::ofSource);
    }

    /// What a job cost at most, cheapest first.
    enum Tier {
        CACHE("cache"),
        HTTP("http"),
        PAGE("page"),
        SIGN_IN("sign-in");

        private final String title;

        Tier(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        static Optional<Tier> ofSource(String source) {
            return switch (source) {
                case "cache" -> Optional.of(CACHE);
                case "http" -> Optional.of(HTTP);
                case "browser" -> Optional.of(PAGE);
                default -> Optional.empty();
            };
        }
    }
}

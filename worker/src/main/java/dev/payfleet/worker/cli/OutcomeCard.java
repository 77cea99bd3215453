package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// One outcome in full. What the event does not have is left out.
final class OutcomeCard {
    private static final List<String> STAGES = List.of("queued", "session", "sign_in", "read", "person");

    private OutcomeCard() {}

    static Table of(OutcomeView answer, Instant now) {
        Table card = Table.ofPairs();
        row(card, "job_id", answer.jobId());
        answer.key().ifPresent(key -> row(card, "connection", key.toString()));
        card.row(Text.plain("outcome"), answer.outcome());
        row(card, "code", answer.code());
        row(card, "message", answer.message());
        row(card, "source", answer.source());
        row(card, "records", answer.partial() ? answer.records() + ", partial" : answer.records());
        answer.asked().ifPresent(asked -> asked.rows(card, now));
        answer.retrievedAt().ifPresent(at -> row(card, "retrieved_at", second(at) + ", " + ago(at, now)));
        answer.expiresAt().ifPresent(at -> row(card, "expires_at", second(at) + ", " + ahead(at, now)));
        answer.retryAfter().ifPresent(after -> row(card, "retry_after", InWords.duration(after)));
        if (!answer.evidenceId().isEmpty()) {
            card.row(Text.plain("evidence_id"), new Text(answer.evidenceId(), Style.ACCENT));
        }
        row(card, "attempt", Integer.toString(answer.attempt()));
        row(card, "timing", timing(answer));
        return card;
    }

    private static void row(Table card, String name, String value) {
        if (!value.isEmpty()) {
            card.row(name, value);
        }
    }

    private static String timing(OutcomeView answer) {
        return STAGES.stream()
                .filter(stage -> !answer.took(stage).isZero())
                .map(stage -> stage + " " + InWords.duration(answer.took(stage)))
                .collect(Collectors.joining(", "));
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String ago(Instant at, Instant now) {
        return InWords.duration(Duration.between(at, now)) + " ago";
    }

    private static String ahead(Instant at, Instant now) {
        return at.isAfter(now) ? "in " + InWords.duration(Duration.between(now, at)) : ago(at, now);
    }
}

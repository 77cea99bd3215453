package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a provider asks of a person, for the person: as an outcome tells it, or as it lies open.
///
/// @param kind as the events spell it; it need not be one that this program knows
/// @param choices the ways to choose from, spelled alike
record Asked(String id, String kind, String prompt, List<String> choices, Instant expiresAt) {
    static Asked of(JsonNode challenge) {
        return new Asked(
                challenge.path("id").asString(""),
                challenge.path("kind").asString(""),
                challenge.path("prompt").asString(""),
                challenge.path("options").valueStream().map(JsonNode::asString).toList(),
                Instant.parse(challenge.path("expires_at").asString("")));
    }

    static Asked of(OpenChallenge challenge) {
        return new Asked(
                challenge.id().toString(),
                challenge.kind(),
                challenge.prompt(),
                challenge.choices(),
                challenge.expiresAt());
    }

    Table card(Instant now) {
        Table card = Table.ofPairs();
        rows(card, now);
        return card;
    }

    void rows(Table card, Instant now) {
        card.row(Text.plain("challenge"), new Text(id, Style.ACCENT));
        card.row("kind", kind);
        if (!prompt.isEmpty()) {
            card.row("prompt", prompt);
        }
        if (!choices.isEmpty()) {
            card.row("choices", String.join(", ", choices));
        }
        Duration left = Duration.between(now, expiresAt);
        card.row(
                Text.plain("time left"),
                left.isPositive() ? Text.plain(InWords.duration(left)) : new Text("none", Style.WARNING));
    }

    /// The command that answers it.
    String todo(ConnectionKey key) {
        String command = "./payfleet answer --client " + key.clientId() + " --connection " + key.connectionId();
        if (mustChoose()) {
            return "Choose a way: " + command + " --choose " + (choices.isEmpty() ? "METHOD" : choices.getFirst());
        }
        return isApproval() ? "Approve it there, then: " + command + " --approve" : "Answer it: " + command;
    }

    boolean mustChoose() {
        return kind.equals(OutcomeCode.Challenged.CHOOSE_METHOD.wireName());
    }

    boolean isApproval() {
        return kind.equals(OutcomeCode.Challenged.PUSH_APPROVAL.wireName());
    }
}

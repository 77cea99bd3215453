package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.PayRun;
import dev.payfleet.provider.RecordKind;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A pay run as the contract has it.
final class PayrunTruth {
    private static final Map<String, String> TYPES = Map.of(
            "Regular", "regular",
            "One-off", "one_time",
            "Supplementary", "off_cycle",
            "Correction", "correction",
            "Reversal", "reversal");

    private final JsonMapper json;
    private final Player player;

    PayrunTruth(JsonMapper json, Player player) {
        this.json = json;
        this.player = player;
    }

    ObjectNode of(PayRun run) {
        return json.createObjectNode()
                .put("id", player.id(RecordKind.PAYRUN, run.id()))
                .put("remote_id", run.id())
                .put("state", run.status().toLowerCase(Locale.ROOT))
                .put("type", type(run))
                .put("start_date", run.periodStart().toString())
                .put("end_date", run.periodEnd().toString())
                .put("payment_date", run.paymentDate().toString());
    }

    static String type(PayRun run) {
        return TYPES.getOrDefault(run.type(), "a type that the demo does not know: " + run.type());
    }
}

package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.AmountLine;
import dev.payfleet.fixture.larkspur.EarningLine;
import dev.payfleet.fixture.larkspur.PayRun;
import dev.payfleet.fixture.larkspur.Slip;
import dev.payfleet.fixture.larkspur.TaxLine;
import dev.payfleet.provider.RecordKind;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A payslip as the contract has it.
final class PayslipTruth {
    private final JsonMapper json;
    private final Player player;

    PayslipTruth(JsonMapper json, Player player) {
        this.json = json;
        this.player = player;
    }

    ObjectNode of(PayRun run, Slip slip) {
        ObjectNode node = json.createObjectNode()
                .put("id", player.id(RecordKind.PAYSLIP, slip.id()))
                .put("remote_id", slip.id())
                .put("employee_id", player.id(RecordKind.EMPLOYEE, slip.payrollId()))
                .put("employee_remote_id", slip.payrollId())
                .put("payrun_id", player.id(RecordKind.PAYRUN, run.id()))
                .put("payrun_remote_id", run.id())
                .put("payrun_type", PayrunTruth.type(run))
                .put("currency", "gbp")
                .put("gross_pay", slip.gross())
                .put("net_pay", slip.net())
                .put("start_date", run.periodStart().toString())
                .put("end_date", run.periodEnd().toString())
                .put("payment_date", run.paymentDate().toString());
        node.set("earnings", lines(slip.earnings(), this::earning));
        node.set("contributions", lines(slip.contributions(), this::amount));
        node.set("deductions", lines(slip.deductions(), this::amount));
        node.set("taxes", lines(slip.taxes(), this::tax));
        node.set("reimbursements", lines(slip.reimbursements(), this::amount));
        return node;
    }

    private <T> ArrayNode lines(List<T> lines, Function<T, ObjectNode> one) {
        ArrayNode array = json.createArrayNode();
        lines.stream().map(one).forEach(array::add);
        return array;
    }

    private ObjectNode earning(EarningLine line) {
        return json.createObjectNode()
                .put("name", line.description())
                .put("amount", line.pence())
                .put("hours", line.hours());
    }

    private ObjectNode amount(AmountLine line) {
        return json.createObjectNode().put("name", line.description()).put("amount", line.pence());
    }

    private ObjectNode tax(TaxLine line) {
        return json.createObjectNode()
                .put("name", line.description())
                .put("amount", line.pence())
                .put("employer_tax", line.byEmployer());
    }
}

package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.reading.JsonValue;
import java.util.List;

/// The pay stubs of one pay run, each from an answer of its own.
final class PayslipsByHttp {

    private PayslipsByHttp() {}

    static ReadResult read(VisitByHttp visit, ResourceQuery query) {
        return Payslips.read(
                visit,
                query,
                PayrunsReading.ids(visit),
                payrun -> MeridianApi.list(visit, "pay-stubs", "/pay-runs/" + payrun + "/pay-stubs").stream()
                        .map(row -> raw(MeridianApi.get(
                                visit, "pay-stub", "/pay-stubs/" + row.get("id").required())))
                        .toList());
    }

    private static RawPayslip raw(JsonValue json) {
        return new RawPayslip(
                json.get("id").required(),
                json.get("pay_run").get("id").required(),
                json.get("employee").get("id").required(),
                head(json.get("pay_run"), json),
                totals(json),
                json.get("earnings").items().stream()
                        .map(item -> new RawPayslip.EarningLine(line(item), item.get("hours")))
                        .toList(),
                json.get("taxes").items().stream()
                        .map(item -> new RawPayslip.TaxLine(line(item), item.get("payer")))
                        .toList(),
                lines(json.get("deductions")),
                lines(json.get("contributions")),
                lines(json.get("reimbursements")),
                Dialect.INTERFACE);
    }

    private static RawPayslip.Head head(JsonValue payrun, JsonValue json) {
        return new RawPayslip.Head(
                payrun.get("type"),
                payrun.get("period_start"),
                payrun.get("period_end"),
                payrun.get("check_date"),
                json.get("currency"));
    }

    private static RawPayslip.Totals totals(JsonValue json) {
        return new RawPayslip.Totals(
                json.get("gross_pay"), json.get("total_deductions"), json.get("total_taxes"), json.get("net_pay"));
    }

    private static List<RawPayslip.Line> lines(JsonValue list) {
        return list.items().stream().map(PayslipsByHttp::line).toList();
    }

    private static RawPayslip.Line line(JsonValue item) {
        return new RawPayslip.Line(item.get("name"), item.get("amount"));
    }
}

package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Payrun;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Value;
import java.util.List;

/// The pay runs of a range of check dates, which is what the site's own filter goes by too.
final class PayrunsReading {

    private static final String[] COLUMNS = {"Payroll no.", "Type", "Period start", "Period end", "Check date", "Status"
    };

    private PayrunsReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        String path = "/pay-runs?check_date_from=" + range.start() + "&check_date_to=" + range.end();
        return ReadResult.mapping(
                MeridianApi.list(visit, "pay-runs", path), json -> raw(json).payrun(visit));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        String path = "/payroll?from=" + range.start() + "&to=" + range.end();
        return ReadResult.mapping(
                MeridianPages.grown(visit, "payroll", path, "pay-runs", COLUMNS), row -> raw(row).payrun(visit));
    }

    /// The site's ids of all pay runs, by the interface.
    static List<String> ids(VisitByHttp visit) {
        return MeridianApi.list(visit, "pay-runs", "/pay-runs").stream()
                .map(json -> json.get("id").required())
                .toList();
    }

    /// The site's ids of all pay runs, by the page.
    static List<String> ids(VisitByPage visit) {
        return MeridianPages.grown(visit, "payroll", "/payroll", "pay-runs", "Payroll no.").stream()
                .map(row -> MeridianPages.id(row.cell("Payroll no.")))
                .toList();
    }

    private static Raw raw(JsonValue json) {
        return new Raw(
                json.get("id").required(),
                json.get("type"),
                json.get("status"),
                json.get("period_start"),
                json.get("period_end"),
                json.get("check_date"),
                Dialect.INTERFACE);
    }

    private static Raw raw(Table.Row row) {
        return new Raw(
                MeridianPages.id(row.cell("Payroll no.")),
                row.cell("Type"),
                row.cell("Status"),
                row.cell("Period start"),
                row.cell("Period end"),
                row.cell("Check date"),
                Dialect.PAGES);
    }

    private record Raw(String id, Value type, Value status, Value start, Value end, Value checkDate, Dialect dialect) {

        Payrun payrun(Visit visit) {
            return new Payrun(
                    visit.idOf(RecordKind.PAYRUN, id),
                    id,
                    MeridianWords.PAYRUN_STATE.read(status),
                    MeridianWords.PAYRUN_TYPE.read(type),
                    start.readOrNull(dialect.day()),
                    end.readOrNull(dialect.day()),
                    checkDate.readOrNull(dialect.day()));
        }
    }
}

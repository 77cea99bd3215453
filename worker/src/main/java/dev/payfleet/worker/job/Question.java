package dev.payfleet.worker.job;

import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.ResourceQuery;
import java.util.Locale;

/// A query as one canonical text, so that equal questions meet in the cache: the resource, then its parameters in
/// alphabetical order (`payruns?end_date=2026-12-31&start_date=2026-01-01`).
final class Question {
    private Question() {}

    static String of(ResourceQuery query) {
        String resource = query.resource().wireName();
        return switch (query) {
            case ResourceQuery.Whole whole -> resource;
            case ResourceQuery.Employees(var status) ->
                resource + status.map(Question::parameter).orElse("");
            case ResourceQuery.Between(var r, var start, var end) ->
                resource + "?end_date=" + end + "&start_date=" + start;
            case ResourceQuery.Payslips(var payrun) -> resource + "?payrun_id=" + payrun;
        };
    }

    private static String parameter(EmploymentStatus status) {
        return "?employment_status=" + status.name().toLowerCase(Locale.ROOT);
    }
}

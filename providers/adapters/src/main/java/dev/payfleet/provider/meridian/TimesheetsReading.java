package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Value;

/// The shifts that began on a day of the range. One that lasts has no end yet, and the minutes worked so far.
final class TimesheetsReading {

    private static final String[] COLUMNS = {"Employee", "Clock in", "Clock out", "Worked", "Added", "Edited"};

    private TimesheetsReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        return ReadResult.mapping(
                MeridianApi.list(visit, "time-entries", within("/time-entries", query)),
                json -> raw(json).timesheet(visit));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        ScrolledTable table = new ScrolledTable(visit, "time-entries", "Clock in", COLUMNS);
        return ReadResult.mapping(
                table.rows("time tracking", within("/time", query)), row -> raw(row).timesheet(visit));
    }

    /// A path with the site's own filter for days.
    static String within(String path, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        return path + "?from=" + range.start() + "&to=" + range.end();
    }

    private static Raw raw(JsonValue json) {
        return new Raw(
                json.get("id").required(),
                json.get("employee").get("id").required(),
                json.get("clock_in"),
                json.get("clock_out"),
                json.get("worked_minutes"),
                json.get("created_at"),
                json.get("updated_at"),
                Dialect.INTERFACE);
    }

    private static Raw raw(Table.Row row) {
        return new Raw(
                MeridianPages.id(row.cell("Clock in")),
                MeridianPages.id(row.cell("Employee")),
                row.cell("Clock in"),
                row.cell("Clock out"),
                row.cell("Worked"),
                row.cell("Added"),
                row.cell("Edited"),
                Dialect.PAGES);
    }

    private record Raw(
            String id,
            String employee,
            Value in,
            Value out,
            Value worked,
            Value created,
            Value updated,
            Dialect dialect) {

        Timesheet timesheet(Visit visit) {
            return Timesheet.builder()
                    .id(visit.idOf(RecordKind.TIMESHEET, id))
                    .remoteId(id)
                    .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                    .employeeRemoteId(employee)
                    .startTime(in.readOrNull(dialect.time()))
                    .endTime(out.readOrNull(dialect.time()))
                    .hoursWorked(worked.read(dialect.worked()))
                    .remoteCreatedAt(created.readOrNull(dialect.dayOf()))
                    .remoteModifiedAt(updated.readOrNull(dialect.dayOf()))
                    .build();
        }
    }
}

package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Value;

/// Requests for time off that overlap the range.
final class TimeOffReading {

    private static final String[] COLUMNS = {
        "Employee", "Policy", "Kind", "First day", "Last day", "Amount", "Decision", "Note", "Requested", "Updated"
    };

    private TimeOffReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        String path = TimesheetsReading.within("/time-off-requests", query);
        return ReadResult.mapping(
                MeridianApi.list(visit, "time-off-requests", path),
                json -> raw(json).entry(visit));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        String path = TimesheetsReading.within("/time-off", query);
        return ReadResult.mapping(
                MeridianPages.grown(visit, "time off", path, "time-off", COLUMNS), row -> raw(row).entry(visit));
    }

    private static Raw raw(JsonValue json) {
        JsonValue policy = json.get("policy");
        return new Raw(
                json.get("id").required(),
                json.get("employee").get("id").required(),
                new Policy(policy.get("id").required(), policy.get("name"), policy.get("kind")),
                json.get("start_date"),
                json.get("end_date"),
                json.get("amount"),
                json.get("unit"),
                json.get("status"),
                json.get("note"),
                json.get("created_at"),
                json.get("updated_at"),
                Dialect.INTERFACE);
    }

    private static Raw raw(Table.Row row) {
        return new Raw(
                MeridianPages.id(row.cell("First day")),
                MeridianPages.id(row.cell("Employee")),
                new Policy(MeridianPages.id(row.cell("Policy")), row.cell("Policy"), row.cell("Kind")),
                row.cell("First day"),
                row.cell("Last day"),
                row.cell("Amount"),
                row.cell("Amount"),
                row.cell("Decision"),
                row.cell("Note"),
                row.cell("Requested"),
                row.cell("Updated"),
                Dialect.PAGES);
    }

    private record Policy(String id, Value name, Value kind) {}

    private record Raw(
            String id,
            String employee,
            Policy policy,
            Value start,
            Value end,
            Value amount,
            Value unit,
            Value status,
            Value note,
            Value created,
            Value updated,
            Dialect dialect) {

        TimeOffEntry entry(Visit visit) {
            return TimeOffEntry.builder()
                    .id(visit.idOf(RecordKind.TIME_OFF_ENTRY, id))
                    .remoteId(id)
                    .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                    .employeeRemoteId(employee)
                    .startDate(start.readOrNull(dialect.day()))
                    .endDate(end.readOrNull(dialect.day()))
                    .amount(amount.read(dialect.amount()))
                    .unit(unit.read(dialect.unit()))
                    .status(MeridianWords.REQUEST.read(status))
                    .employeeNote(note.orNull())
                    .policyId(visit.idOf(RecordKind.TIME_OFF_POLICY, policy.id()))
                    .policyRemoteId(policy.id())
                    .policyName(policy.name().orNull())
                    .policyType(MeridianWords.POLICY.read(policy.kind()))
                    .remoteCreatedAt(created.readOrNull(dialect.dayOf()))
                    .remoteModifiedAt(updated.readOrNull(dialect.dayOf()))
                    .build();
        }
    }
}

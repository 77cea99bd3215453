package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Group;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Value;
import java.util.List;

/// Departments, teams, cost centers and pay groups.
final class GroupsReading {

    private GroupsReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        return ReadResult.mapping(MeridianApi.list(visit, "groups", "/groups"), json -> group(visit, json));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    /// As the page of all groups shows them.
    static List<Group> all(VisitByPage visit) {
        return MeridianPages.grown(visit, "groups", "/groups", "groups", "Group", "Kind").stream()
                .map(row -> group(visit, MeridianPages.id(row.cell("Group")), row.cell("Group"), row.cell("Kind")))
                .toList();
    }

    static Group group(Visit visit, JsonValue json) {
        return group(visit, json.get("id").required(), json.get("name"), json.get("kind"));
    }

    private static Group group(Visit visit, String remoteId, Value name, Value kind) {
        return new Group(
                visit.idOf(RecordKind.GROUP, remoteId), remoteId, name.orNull(), MeridianWords.GROUP.read(kind));
    }
}

package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Group;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import java.util.List;

/// What Fernhill calls teams, whatever their kind.
final class TeamsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Group> all(Visit visit) {
        return FernhillPages.cards(FernhillPages.open(visit, "teams", "/company/teams"), "ul#teams").stream()
                .map(card -> group(visit, card))
                .toList();
    }

    private static Group group(Visit visit, Fields card) {
        String code = card.get("Code").required();
        return new Group(
                visit.idOf(RecordKind.GROUP, code),
                code,
                card.get("Name").orNull(),
                FernhillWords.TEAM_KIND.read(card.get("Kind")));
    }
}

package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.EmploymentHistory;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an employee was before, newest first as the page has it.
final class EmployeeHistory {

    private EmployeeHistory() {}

    static List<EmploymentHistory> read(Visit visit, SitePage page) {
        return FernhillPages.cards(page, "ul#positions").stream()
                .map(card -> position(visit, card))
                .toList();
    }

    private static EmploymentHistory position(Visit visit, Fields card) {
        Text team = card.get("Team");
        String code = team.attributeOrNull("data-code");
        String boss = card.get("Reports to").linkedIdOrNull();
        return new EmploymentHistory(
                card.get("Job title").orNull(),
                card.get("Since").readOrNull(FernhillPages.DATE),
                idOrNull(visit, RecordKind.GROUP, code),
                code,
                team.orNull(),
                idOrNull(visit, RecordKind.EMPLOYEE, boss),
                boss);
    }

    private static @Nullable UUID idOrNull(Visit visit, RecordKind kind, @Nullable String remoteId) {
        return remoteId == null ? null : visit.idOf(kind, remoteId);
    }
}

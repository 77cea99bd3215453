package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests for time off of which a day lies in the range. The site lists a request in every month that it
/// touches; it is read once.
final class TimeOffEntriesReading implements Reading<Visit> {

    private static final String LIST = "ul#time-off";

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        Map<String, Fields> byNumber = new LinkedHashMap<>();
        MonthList months = MonthList.open(visit, "time-off", "/time-off", LIST);
        for (SitePage page : months.within(range.start(), range.end())) {
            for (Fields card : FernhillPages.cards(page, LIST)) {
                if (touches(range, card)) {
                    byNumber.putIfAbsent(card.get("Request").required(), card);
                }
            }
        }
        return ReadResult.mapping(byNumber.entrySet(), entry -> entry(visit, entry.getKey(), entry.getValue()));
    }

    private static boolean touches(ResourceQuery.Between range, Fields card) {
        LocalDate from = card.get("From").read(FernhillPages.DATE);
        LocalDate to = card.get("To").read(FernhillPages.DATE);
        return !from.isAfter(range.end()) && !to.isBefore(range.start());
    }

    private static TimeOffEntry entry(Visit visit, String number, Fields card) {
        String employee = card.get("Employee number").required();
        @Nullable String policy = card.get("Policy code").orNull();
        return TimeOffEntry.builder()
                .id(visit.idOf(RecordKind.TIME_OFF_ENTRY, number))
                .remoteId(number)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .startDate(card.get("From").readOrNull(FernhillPages.DATE))
                .endDate(card.get("To").readOrNull(FernhillPages.DATE))
                .amount(FernhillPages.tenths(card.get("Amount").read(FernhillPages.QUANTITY)))
                .unit(FernhillWords.UNIT.read(card.get("Unit")))
                .status(FernhillWords.REQUEST_STATUS.read(card.get("Status")))
                .employeeNote(card.get("Note").orNull())
                .policyId(policy == null ? null : visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(card.get("Policy").orNull())
                .policyType(FernhillWords.CATEGORY.read(card.get("Category")))
                .remoteCreatedAt(card.get("Requested on").readOrNull(FernhillPages.DATE))
                .remoteModifiedAt(card.get("Changed on").readOrNull(FernhillPages.DATE))
                .build();
    }
}

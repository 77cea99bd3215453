package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Location;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import java.util.List;

/// Where people work.
final class PlacesReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Location> all(Visit visit) {
        return FernhillPages.cards(FernhillPages.open(visit, "places", "/company/places"), "ul#places").stream()
                .map(card -> location(visit, card))
                .toList();
    }

    private static Location location(Visit visit, Fields card) {
        String code = card.get("Code").required();
        return new Location(
                visit.idOf(RecordKind.LOCATION, code),
                code,
                card.get("Name").orNull(),
                card.get("Kind").orNull(),
                FernhillPages.address(card));
    }
}

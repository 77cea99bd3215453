package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Location;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Value;
import java.util.List;
import java.util.stream.Stream;

/// The places where a company's people work.
final class LocationsReading {

    private static final String[] COLUMNS = Stream.concat(Stream.of("Location", "Kind"), Stream.of(RawAddress.LABELS))
            .toArray(String[]::new);

    private LocationsReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        return ReadResult.mapping(MeridianApi.list(visit, "locations", "/locations"), json -> location(visit, json));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    /// As the page of all locations shows them.
    static List<Location> all(VisitByPage visit) {
        return MeridianPages.grown(visit, "locations", "/locations", "locations", COLUMNS).stream()
                .map(row -> location(
                        visit,
                        MeridianPages.id(row.cell("Location")),
                        row.cell("Location"),
                        row.cell("Kind"),
                        RawAddress.of(row)))
                .toList();
    }

    static Location location(Visit visit, JsonValue json) {
        return location(
                visit,
                json.get("id").required(),
                json.get("name"),
                json.get("kind"),
                RawAddress.of(json.get("address")));
    }

    private static Location location(Visit visit, String remoteId, Value name, Value kind, RawAddress address) {
        String known = MeridianWords.WORKSITE.read(kind);
        return new Location(
                visit.idOf(RecordKind.LOCATION, remoteId),
                remoteId,
                name.orNull(),
                known == null ? kind.orNull() : known,
                address.address());
    }
}

package dev.payfleet.provider.fernhill;

import dev.payfleet.fixture.fernhill.CanadianAddress;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.Team;
import dev.payfleet.payroll.Address;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.GroupType;
import dev.payfleet.payroll.Location;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.visit.RecordIds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What must be read of teams, places and addresses.
final class PlaceTruth {

    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("Québec", "QC"),
            Map.entry("Ontario", "ON"),
            Map.entry("Nova Scotia", "NS"),
            Map.entry("New Brunswick", "NB"),
            Map.entry("British Columbia", "BC"),
            Map.entry("Alberta", "AB"),
            Map.entry("Newfoundland and Labrador", "NL"),
            Map.entry("Yukon", "YT"),
            Map.entry("Maine", "ME"));
    private static final Map<String, GroupType> KINDS = Map.of(
            "Department", GroupType.DEPARTMENT,
            "Crew", GroupType.TEAM,
            "Cost centre", GroupType.COST_CENTRE,
            "Pay group", GroupType.PAY_GROUP);

    private final FernhillPerson person;
    private final RecordIds ids;

    PlaceTruth(FernhillPerson person, RecordIds ids) {
        this.person = person;
        this.ids = ids;
    }

    Group group(String code) {
        Team team = person.teams().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new Group(ids.idOf(RecordKind.GROUP, code), code, team.name(), KINDS.get(team.kind()));
    }

    @Nullable
    Location location(@Nullable String code) {
        return person.places().stream()
                .filter(place -> place.code().equals(code))
                .map(place -> new Location(
                        ids.idOf(RecordKind.LOCATION, place.code()),
                        place.code(),
                        place.name(),
                        place.kind(),
                        address(place.address())))
                .findFirst()
                .orElse(null);
    }

    static Address address(CanadianAddress address) {
        return new Address(
                address.street(),
                address.city(),
                PROVINCES.get(address.province()),
                address.country().equals("Canada") ? "CA" : "US",
                address.postalCode());
    }

    static <T> @Nullable T value(@Nullable String word, Map<String, T> values) {
        return word == null ? null : values.get(word);
    }
}

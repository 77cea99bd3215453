package dev.payfleet.provider.meridian;

import static dev.payfleet.provider.meridian.MeridianPages.part;

import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.Manager;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The employees by their pages: the list says who they are, each one's own page says the rest. Groups and
/// locations are named there and described on pages of their own, which are opened once for all employees.
final class EmployeesByPage {

    private final VisitByPage visit;
    private final EmployeePages pages;
    private final Map<String, Group> groups;
    private final Map<String, Location> locations;

    private EmployeesByPage(VisitByPage visit) {
        this.visit = visit;
        this.pages = new EmployeePages(visit);
        this.groups = GroupsReading.all(visit).stream()
                .collect(Collectors.toMap(group -> String.valueOf(group.remoteId()), Function.identity()));
        this.locations = LocationsReading.all(visit).stream()
                .collect(Collectors.toMap(location -> String.valueOf(location.remoteId()), Function.identity()));
    }

    static ReadResult read(VisitByPage visit, ResourceQuery query) {
        List<String> ids = new ScrolledTable(visit, "people", "Employee", "Employee")
                .rows("people", Employees.listPath("/people", query)).stream()
                        .map(row -> MeridianPages.id(row.cell("Employee")))
                        .toList();
        EmployeesByPage employees = new EmployeesByPage(visit);
        return Employees.read(visit, query, ids.stream().map(employees::raw).toList());
    }

    private RawEmployee raw(String id) {
        SitePage page = pages.of(id);
        return new RawEmployee(
                id,
                person(page.fields(part("personal"))),
                job(page.fields(part("job"))),
                RawAddress.of(page.fields(part("home-address"))),
                deposit(page.fields(part("direct-deposit"))),
                rates(page),
                positions(page),
                dependents(page),
                contacts(page),
                page.fields(part("custom-fields")).all(),
                Dialect.PAGES);
    }

    private static RawEmployee.Person person(Fields person) {
        return new RawEmployee.Person(
                person.get("First name"),
                person.get("Last name"),
                person.get("Preferred name"),
                person.get("Citizenship"),
                person.get("Date of birth"),
                person.get("Gender"),
                person.get("Ethnicity"),
                person.get("Marital status"),
                person.get("Social Security number"),
                person.get("Personal email"),
                person.get("Phone"));
    }

    private RawEmployee.Job job(Fields job) {
        return new RawEmployee.Job(
                job.get("Employee no."),
                job.get("Job title"),
                job.get("Work email"),
                job.get("Employment type"),
                job.get("Status"),
                job.get("Hire date"),
                job.get("Added"),
                job.get("Last day"),
                job.get("Groups").each("[data-id]").stream().map(this::group).toList(),
                manager(job.get("Manager")),
                location(job.get("Location")));
    }

    private Group group(Text chip) {
        String id = MeridianPages.id(chip);
        return groups.getOrDefault(id, new Group(visit.idOf(RecordKind.GROUP, id), id, chip.orNull(), null));
    }

    private @Nullable Location location(Text place) {
        String id = MeridianPages.idOrNull(place);
        return id == null
                ? null
                : locations.getOrDefault(
                        id, new Location(visit.idOf(RecordKind.LOCATION, id), id, place.orNull(), null, null));
    }

    private @Nullable Manager manager(Text named) {
        String id = MeridianPages.idOrNull(named);
        if (id == null) {
            return null;
        }
        SitePage page = pages.of(id);
        Fields person = page.fields(part("personal"));
        return new Manager(
                person.get("First name").orNull(),
                person.get("Last name").orNull(),
                visit.idOf(RecordKind.EMPLOYEE, id),
                page.fields(part("job")).get("Work email").orNull(),
                id);
    }

    private static RawEmployee.Deposit deposit(Fields deposit) {
        return new RawEmployee.Deposit(
                deposit.get("Account holder").orNull(),
                deposit.get("Bank").orNull(),
                deposit.get("Routing number").orNull(),
                deposit.get("Account number").orNull());
    }

    private static List<RawEmployee.Rate> rates(SitePage page) {
        String[] columns = {"Effective date", "Rate", "Basis", "Schedule", "Employment type", "Note"};
        return page.table(part("compensation"), columns).rows().stream()
                .map(row -> new RawEmployee.Rate(
                        row.cell("Effective date"),
                        row.cell("Rate"),
                        row.cell("Basis"),
                        row.cell("Schedule"),
                        row.cell("Employment type"),
                        row.cell("Note")))
                .toList();
    }

    private static List<RawEmployee.Position> positions(SitePage page) {
        return page.table(part("positions"), "Effective date", "Job title", "Group", "Manager").rows().stream()
                .map(row -> new RawEmployee.Position(
                        row.cell("Effective date"),
                        row.cell("Job title"),
                        MeridianPages.idOrNull(row.cell("Group")),
                        row.cell("Group").orNull(),
                        MeridianPages.idOrNull(row.cell("Manager"))))
                .toList();
    }

    private static List<Dependent> dependents(SitePage page) {
        return page.table(part("dependents"), "Name", "Relationship").rows().stream()
                .map(row -> new Dependent(
                        row.cell("Name").orNull(), row.cell("Relationship").orNull()))
                .toList();
    }

    private static List<EmergencyContact> contacts(SitePage page) {
        String[] columns = {"First name", "Last name", "Relationship", "Phone", "Call first"};
        return page.table(part("emergency-contacts"), columns).rows().stream()
                .map(EmployeesByPage::contact)
                .toList();
    }

    private static EmergencyContact contact(Table.Row row) {
        return new EmergencyContact(
                row.cell("First name").orNull(),
                row.cell("Last name").orNull(),
                row.cell("Relationship").orNull(),
                row.cell("Phone").orNull(),
                MeridianWords.YES_NO.read(row.cell("Call first")));
    }
}

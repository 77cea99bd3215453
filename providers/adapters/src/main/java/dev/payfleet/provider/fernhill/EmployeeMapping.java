package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmployeeBuilder;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.Manager;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Text;
import dev.payfleet.provider.reading.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From an employee's pages to the model. Teams and places are named there and described on pages of their own,
/// which are opened once for all employees.
final class EmployeeMapping {

    private final Visit visit;
    private final EmployeePages pages;
    private final Map<String, Group> teams;
    private final Map<String, Location> places;

    EmployeeMapping(Visit visit, EmployeePages pages) {
        this.visit = visit;
        this.pages = pages;
        this.teams = TeamsReading.all(visit).stream()
                .collect(Collectors.toMap(team -> String.valueOf(team.remoteId()), Function.identity()));
        this.places = PlacesReading.all(visit).stream()
                .collect(Collectors.toMap(place -> String.valueOf(place.remoteId()), Function.identity()));
    }

    Employee employee(String number) {
        SitePage overview = pages.overview(number);
        EmployeePay pay = EmployeePay.read(pages.pay(number));
        EmployeeContacts contacts = EmployeeContacts.read(pages.contacts(number));
        EmployeeBuilder employee = Employee.builder();
        person(employee, overview.fields("dl#about"));
        work(employee, overview.fields("dl#work"));
        return employee.id(visit.idOf(RecordKind.EMPLOYEE, number))
                .remoteId(number)
                .employeeNumber(number)
                .homeLocation(FernhillPages.address(overview.fields("dl#home")))
                .bankAccount(pay.account())
                .employmentHistory(EmployeeHistory.read(visit, pages.history(number)))
                .compensationHistory(pay.rates())
                .customFields(customFields(overview, pay))
                .dependents(contacts.family())
                .emergencyContacts(contacts.emergency())
                .build();
    }

    private static void person(EmployeeBuilder employee, Fields about) {
        employee.firstName(about.get("Given names").required())
                .lastName(about.get("Family name").required())
                .displayFullName(about.get("Preferred name").orNull())
                .nationality(about.get("Citizenship").orNull())
                .dateOfBirth(about.get("Date of birth").readOrNull(FernhillPages.DATE))
                .gender(FernhillWords.GENDER.read(about.get("Gender")))
                .ethnicity(FernhillWords.POPULATION_GROUP.read(about.get("Population group")))
                .maritalStatus(FernhillWords.MARITAL_STATUS.read(about.get("Marital status")))
                .taxId(about.get("Social insurance number").orNull())
                .personalEmail(about.get("Personal e-mail").orNull())
                .mobilePhoneNumber(about.get("Mobile phone").orNull());
    }

    private void work(EmployeeBuilder employee, Fields work) {
        employee.jobTitle(work.get("Job title").orNull())
                .workEmail(work.get("Work e-mail").orNull())
                .employmentType(FernhillWords.EMPLOYMENT.read(work.get("Employment")))
                .employmentStatus(FernhillWords.STATUS.read(work.get("Status")))
                .startDate(work.get("Start date").readOrNull(FernhillPages.DATE))
                .remoteCreatedAt(work.get("On record since").readOrNull(FernhillPages.DATE))
                .terminationDate(work.get("Last day").readOrNull(FernhillPages.DATE))
                .groups(groups(work.get("Member of")))
                .manager(manager(work.get("Reports to")))
                .workLocation(place(work.get("Works at")));
    }

    private List<Group> groups(Text memberOf) {
        return memberOf.each("li").stream()
                .map(item -> {
                    String code = Objects.requireNonNull(item.attributeOrNull("data-code"));
                    Group named = new Group(visit.idOf(RecordKind.GROUP, code), code, item.orNull(), null);
                    return teams.getOrDefault(code, named);
                })
                .toList();
    }

    private @Nullable Location place(Text worksAt) {
        String code = worksAt.attributeOrNull("data-code");
        if (code == null) {
            return null;
        }
        Location named = new Location(visit.idOf(RecordKind.LOCATION, code), code, worksAt.orNull(), null, null);
        return places.getOrDefault(code, named);
    }

    private @Nullable Manager manager(Text reportsTo) {
        String number = reportsTo.linkedIdOrNull();
        if (number == null) {
            return null;
        }
        SitePage page = pages.overview(number);
        Fields about = page.fields("dl#about");
        return new Manager(
                about.get("Given names").orNull(),
                about.get("Family name").orNull(),
                visit.idOf(RecordKind.EMPLOYEE, number),
                page.fields("dl#work").get("Work e-mail").orNull(),
                number);
    }

    /// The site's other details, what the model has no field for, and every word that the model does not know.
    private static Map<String, String> customFields(SitePage overview, EmployeePay pay) {
        Fields about = overview.fields("dl#about");
        Fields work = overview.fields("dl#work");
        Map<String, String> fields = new TreeMap<>(overview.fields("dl#extras").all());
        fields.putAll(pay.otherNumbers());
        fields.put("Language", about.get("Language").required());
        keepUnknown(fields, "Gender", FernhillWords.GENDER, about);
        keepUnknown(fields, "Population group", FernhillWords.POPULATION_GROUP, about);
        keepUnknown(fields, "Marital status", FernhillWords.MARITAL_STATUS, about);
        keepUnknown(fields, "Employment", FernhillWords.EMPLOYMENT, work);
        keepUnknown(fields, "Status", FernhillWords.STATUS, work);
        return fields;
    }

    private static void keepUnknown(Map<String, String> fields, String label, Words<?> words, Fields from) {
        words.unknown(from.get(label)).ifPresent(word -> fields.put(label, word));
    }
}

package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
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

/// From an employee's page to the model. Groups and places of work are named there and described on pages of their
/// own, which are opened once for all employees.
final class EmployeeMapping {

    private final Visit visit;
    private final EmployeePages pages;
    private final Map<String, Group> groups;
    private final Map<String, Location> locations;

    EmployeeMapping(Visit visit, EmployeePages pages) {
        this.visit = visit;
        this.pages = pages;
        this.groups = GroupsReading.all(visit).stream()
                .collect(Collectors.toMap(group -> String.valueOf(group.remoteId()), Function.identity()));
        this.locations = LocationsReading.all(visit).stream()
                .collect(Collectors.toMap(location -> String.valueOf(location.remoteId()), Function.identity()));
    }

    Employee employee(String payrollId) {
        SitePage page = pages.of(payrollId);
        Fields personal = page.fields("dl#personal");
        Fields employment = page.fields("dl#employment");
        EmployeeBuilder employee = Employee.builder();
        person(employee, personal);
        position(employee, employment);
        return employee.id(visit.idOf(RecordKind.EMPLOYEE, payrollId))
                .remoteId(payrollId)
                .employeeNumber(payrollId)
                .homeLocation(LarkspurPages.address(page.fields("dl#home-address")))
                .bankAccount(bankAccount(page.fields("dl#bank-account")))
                .employmentHistory(EmployeeHistory.jobs(visit, page))
                .compensationHistory(EmployeeHistory.pay(page))
                .customFields(customFields(page, personal, employment))
                .dependents(dependents(page))
                .emergencyContacts(emergencyContacts(page))
                .build();
    }

    private static void person(EmployeeBuilder employee, Fields personal) {
        employee.firstName(personal.get("First name").required())
                .lastName(personal.get("Last name").required())
                .displayFullName(personal.get("Known as").orNull())
                .nationality(personal.get("Nationality").orNull())
                .dateOfBirth(personal.get("Date of birth").readOrNull(LarkspurPages.DATE))
                .gender(LarkspurWords.GENDER.read(personal.get("Gender")))
                .ethnicity(LarkspurWords.ETHNICITY.read(personal.get("Ethnicity")))
                .maritalStatus(LarkspurWords.MARITAL_STATUS.read(personal.get("Marital status")))
                .taxId(personal.get("National Insurance number").orNull())
                .personalEmail(personal.get("Personal e-mail").orNull())
                .mobilePhoneNumber(personal.get("Mobile").orNull());
    }

    private void position(EmployeeBuilder employee, Fields employment) {
        employee.jobTitle(employment.get("Job title").orNull())
                .workEmail(employment.get("Work e-mail").orNull())
                .employmentType(LarkspurWords.CONTRACT.read(employment.get("Contract")))
                .employmentStatus(LarkspurWords.STATUS.read(employment.get("Status")))
                .startDate(employment.get("Start date").readOrNull(LarkspurPages.DATE))
                .remoteCreatedAt(employment.get("Added on").readOrNull(LarkspurPages.DATE))
                .terminationDate(employment.get("Leaving date").readOrNull(LarkspurPages.DATE))
                .groups(groups(employment.get("Departments")))
                .manager(manager(employment.get("Manager")))
                .workLocation(workLocation(employment.get("Work location")));
    }

    private List<Group> groups(Text departments) {
        return departments.each("li").stream()
                .map(item -> {
                    String reference = Objects.requireNonNull(item.attributeOrNull("data-reference"));
                    Group named = new Group(visit.idOf(RecordKind.GROUP, reference), reference, item.orNull(), null);
                    return groups.getOrDefault(reference, named);
                })
                .toList();
    }

    private @Nullable Location workLocation(Text place) {
        String reference = place.attributeOrNull("data-reference");
        if (reference == null) {
            return null;
        }
        Location named =
                new Location(visit.idOf(RecordKind.LOCATION, reference), reference, place.orNull(), null, null);
        return locations.getOrDefault(reference, named);
    }

    private @Nullable Manager manager(Text named) {
        String payrollId = named.linkedIdOrNull();
        if (payrollId == null) {
            return null;
        }
        SitePage page = pages.of(payrollId);
        Fields personal = page.fields("dl#personal");
        return new Manager(
                personal.get("First name").orNull(),
                personal.get("Last name").orNull(),
                visit.idOf(RecordKind.EMPLOYEE, payrollId),
                page.fields("dl#employment").get("Work e-mail").orNull(),
                payrollId);
    }

    private static @Nullable BankAccount bankAccount(Fields bank) {
        BankAccount account = new BankAccount(
                bank.get("Account number").orNull(),
                bank.get("Bank").orNull(),
                bank.get("BIC").orNull(),
                bank.get("Account holder").orNull(),
                bank.get("IBAN").orNull());
        return account.equals(new BankAccount(null, null, null, null, null)) ? null : account;
    }

    /// The site's additional fields, the sort code, for which the model has no field, and every word that the model
    /// does not know.
    private static Map<String, String> customFields(SitePage page, Fields personal, Fields employment) {
        Map<String, String> fields = new TreeMap<>(page.fields("dl#additional").all());
        String sortCode = page.fields("dl#bank-account").get("Sort code").orNull();
        if (sortCode != null) {
            fields.put("Sort code", sortCode);
        }
        keepUnknown(fields, "Gender", LarkspurWords.GENDER, personal);
        keepUnknown(fields, "Ethnicity", LarkspurWords.ETHNICITY, personal);
        keepUnknown(fields, "Marital status", LarkspurWords.MARITAL_STATUS, personal);
        keepUnknown(fields, "Contract", LarkspurWords.CONTRACT, employment);
        keepUnknown(fields, "Status", LarkspurWords.STATUS, employment);
        return fields;
    }

    private static void keepUnknown(Map<String, String> fields, String label, Words<?> words, Fields from) {
        words.unknown(from.get(label)).ifPresent(word -> fields.put(label, word));
    }

    private static List<Dependent> dependents(SitePage page) {
        return page.table("table#dependants", "Name", "Relationship").rows().stream()
                .map(row -> new Dependent(
                        row.cell("Name").orNull(), row.cell("Relationship").orNull()))
                .toList();
    }

    private static List<EmergencyContact> emergencyContacts(SitePage page) {
        return page
                .table(
                        "table#emergency-contacts",
                        "First name",
                        "Last name",
                        "Relationship",
                        "Mobile",
                        "Primary contact")
                .rows()
                .stream()
                .map(row -> new EmergencyContact(
                        row.cell("First name").orNull(),
                        row.cell("Last name").orNull(),
                        row.cell("Relationship").orNull(),
                        row.cell("Mobile").orNull(),
                        LarkspurWords.YES_NO.read(row.cell("Primary contact"))))
                .toList();
    }
}

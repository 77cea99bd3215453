package dev.payfleet.provider.fernhill;

import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.JobDetails;
import dev.payfleet.fixture.fernhill.Language;
import dev.payfleet.fixture.fernhill.PersonDetails;
import dev.payfleet.fixture.fernhill.Role;
import dev.payfleet.fixture.fernhill.Salary;
import dev.payfleet.fixture.fernhill.Worker;
import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentHistory;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.EmploymentType;
import dev.payfleet.payroll.Ethnicity;
import dev.payfleet.payroll.Gender;
import dev.payfleet.payroll.Manager;
import dev.payfleet.payroll.MaritalStatus;
import dev.payfleet.payroll.PayFrequency;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.visit.RecordIds;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What must be read of an employee.
final class EmployeeTruth {

    private static final Map<String, Gender> GENDERS =
            Map.of("Woman", Gender.FEMALE, "Man", Gender.MALE, "Prefer not to answer", Gender.NOT_SPECIFIED);
    private static final Map<String, Ethnicity> ETHNICITIES = Map.of(
            "South Asian", Ethnicity.ASIAN,
            "Chinese", Ethnicity.ASIAN,
            "Black", Ethnicity.BLACK,
            "Latin American", Ethnicity.HISPANIC,
            "White", Ethnicity.WHITE,
            "Indigenous", Ethnicity.OTHER,
            "Mixed", Ethnicity.MIXED,
            "Prefer not to answer", Ethnicity.NOT_SPECIFIED);
    private static final Map<String, MaritalStatus> MARITAL = Map.of(
            "Single", MaritalStatus.SINGLE,
            "Married", MaritalStatus.MARRIED,
            "Common-law", MaritalStatus.OTHER,
            "Separated", MaritalStatus.OTHER,
            "Divorced", MaritalStatus.DIVORCED,
            "Widowed", MaritalStatus.OTHER,
            "Prefer not to answer", MaritalStatus.NOT_SPECIFIED);
    private static final Map<String, EmploymentType> EMPLOYMENTS = Map.of(
            "Permanent full-time", EmploymentType.FULL_TIME,
            "Permanent part-time", EmploymentType.PART_TIME,
            "Contract", EmploymentType.CONTRACTOR,
            "Seasonal", EmploymentType.OTHER);
    private static final Map<String, EmploymentStatus> STATUSES = Map.of(
            "Active", EmploymentStatus.ACTIVE,
            "On leave", EmploymentStatus.LEAVE,
            "Terminated", EmploymentStatus.INACTIVE,
            "Starting soon", EmploymentStatus.PENDING);
    private static final Map<String, PayFrequency> FREQUENCIES = Map.of(
            "Weekly", PayFrequency.WEEKLY,
            "Every two weeks", PayFrequency.BIWEEKLY,
            "Twice a month", PayFrequency.SEMIMONTHLY,
            "Monthly", PayFrequency.MONTHLY);

    private final FernhillPerson person;
    private final RecordIds ids;
    private final PlaceTruth places;

    EmployeeTruth(FernhillPerson person, RecordIds ids, PlaceTruth places) {
        this.person = person;
        this.ids = ids;
        this.places = places;
    }

    Employee of(Worker worker) {
        PersonDetails details = worker.person();
        JobDetails job = worker.job();
        return Employee.builder()
                .id(ids.idOf(RecordKind.EMPLOYEE, worker.number()))
                .remoteId(worker.number())
                .employeeNumber(worker.number())
                .firstName(details.givenNames())
                .lastName(details.familyName())
                .displayFullName(details.preferredName())
                .nationality(details.citizenship())
                .jobTitle(job.title())
                .workEmail(job.workEmail())
                .personalEmail(details.email())
                .mobilePhoneNumber(details.mobile())
                .taxId(details.sin())
                .gender(PlaceTruth.value(details.gender(), GENDERS))
                .ethnicity(PlaceTruth.value(details.populationGroup(), ETHNICITIES))
                .maritalStatus(PlaceTruth.value(details.maritalStatus(), MARITAL))
                .dateOfBirth(details.dateOfBirth())
                .employmentStatus(PlaceTruth.value(job.status(), STATUSES))
                .employmentType(EMPLOYMENTS.get(job.employment()))
                .startDate(job.startDate())
                .remoteCreatedAt(job.addedOn())
                .terminationDate(job.lastDay())
                .homeLocation(PlaceTruth.address(worker.home()))
                .workLocation(places.location(job.place()))
                .manager(manager(job.reportsTo()))
                .bankAccount(account(worker))
                .employmentHistory(worker.roles().stream().map(this::position).toList())
                .compensationHistory(
                        worker.salaries().stream().map(EmployeeTruth::rate).toList())
                .customFields(customFields(worker))
                .groups(job.teams().stream().map(places::group).toList())
                .dependents(worker.family().stream()
                        .map(member -> new Dependent(member.name(), member.relationship()))
                        .toList())
                .emergencyContacts(worker.contacts().stream()
                        .map(contact -> new EmergencyContact(
                                contact.givenNames(),
                                contact.familyName(),
                                contact.relationship(),
                                contact.mobile(),
                                contact.first()))
                        .toList())
                .build();
    }

    private @Nullable Manager manager(@Nullable String number) {
        if (number == null) {
            return null;
        }
        Worker boss = person.worker(number).orElseThrow();
        return new Manager(
                boss.person().givenNames(),
                boss.person().familyName(),
                ids.idOf(RecordKind.EMPLOYEE, number),
                boss.job().workEmail(),
                number);
    }

    private static @Nullable BankAccount account(Worker worker) {
        return worker.deposit() == null
                ? null
                : new BankAccount(
                        worker.deposit().accountNumber(),
                        worker.deposit().institution(),
                        null,
                        worker.deposit().holder(),
                        null);
    }

    private EmploymentHistory position(Role role) {
        return new EmploymentHistory(
                role.title(),
                role.since(),
                ids.idOf(RecordKind.GROUP, role.team()),
                role.team(),
                places.group(role.team()).name(),
                role.reportsTo() == null ? null : ids.idOf(RecordKind.EMPLOYEE, role.reportsTo()),
                role.reportsTo());
    }

    private static CompensationHistory rate(Salary salary) {
        return new CompensationHistory(
                BigDecimal.valueOf(salary.cents(), 2),
                salary.basis().equals("per hour") ? "hour" : "year",
                FREQUENCIES.get(salary.schedule()),
                EMPLOYMENTS.get(salary.employment()),
                Currency.CAD,
                salary.effective(),
                salary.reason());
    }

    private static Map<String, String> customFields(Worker worker) {
        Map<String, String> fields = new TreeMap<>(worker.extras());
        fields.put("Language", worker.person().language() == Language.FRENCH ? "Français" : "English");
        if (worker.deposit() != null) {
            fields.put("Institution number", worker.deposit().institutionNumber());
            fields.put("Transit number", worker.deposit().transitNumber());
        }
        if ("Another gender".equals(worker.person().gender())) {
            fields.put("Gender", "Another gender");
        }
        if (worker.job().employment().equals("Co-op student")) {
            fields.put("Employment", "Co-op student");
        }
        return fields;
    }
}

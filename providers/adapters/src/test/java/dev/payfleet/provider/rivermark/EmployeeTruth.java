package dev.payfleet.provider.rivermark;

import dev.payfleet.fixture.rivermark.Branch;
import dev.payfleet.fixture.rivermark.CostCentre;
import dev.payfleet.fixture.rivermark.JobDetails;
import dev.payfleet.fixture.rivermark.Pay;
import dev.payfleet.fixture.rivermark.PersonDetails;
import dev.payfleet.fixture.rivermark.PostalAddress;
import dev.payfleet.fixture.rivermark.StaffMember;
import dev.payfleet.payroll.Address;
import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.EmploymentType;
import dev.payfleet.payroll.Gender;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.GroupType;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.MaritalStatus;
import dev.payfleet.payroll.PayFrequency;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.visit.RecordIds;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What must be read of an employee, and of where the employee works.
final class EmployeeTruth {

    private static final Map<String, EmploymentStatus> STATES = Map.of(
            "aktiv", EmploymentStatus.ACTIVE,
            "ruhend", EmploymentStatus.LEAVE,
            "ausgetreten", EmploymentStatus.INACTIVE,
            "künftig", EmploymentStatus.PENDING);
    private static final Map<String, EmploymentType> EMPLOYMENTS = Map.of(
            "Vollzeit", EmploymentType.FULL_TIME,
            "Teilzeit", EmploymentType.PART_TIME,
            "Minijob", EmploymentType.OTHER);
    private static final Map<String, MaritalStatus> MARITAL = Map.of(
            "ledig", MaritalStatus.SINGLE,
            "verheiratet", MaritalStatus.MARRIED,
            "geschieden", MaritalStatus.DIVORCED,
            "verwitwet", MaritalStatus.OTHER,
            "eingetragene Lebenspartnerschaft", MaritalStatus.OTHER);

    private final RecordIds ids;

    EmployeeTruth(RecordIds ids) {
        this.ids = ids;
    }

    Employee of(StaffMember member) {
        PersonDetails details = member.person();
        JobDetails job = member.job();
        return Employee.builder()
                .id(ids.idOf(RecordKind.EMPLOYEE, member.number()))
                .remoteId(member.number())
                .employeeNumber(member.number())
                .firstName(details.firstName())
                .lastName(details.lastName())
                .nationality(details.nationality())
                .jobTitle(job.title())
                .workEmail(job.email())
                .personalEmail(details.email())
                .mobilePhoneNumber(details.phone())
                .taxId(member.taxation().taxId())
                .gender(gender(details.gender()))
                .maritalStatus(details.maritalStatus() == null ? null : MARITAL.get(details.maritalStatus()))
                .dateOfBirth(details.birthday())
                .employmentStatus(STATES.get(job.status()))
                .employmentType(EMPLOYMENTS.get(job.employment()))
                .startDate(job.entry())
                .terminationDate(job.exit())
                .homeLocation(address(details.home()))
                .workLocation(location(job.branch()))
                .bankAccount(account(member.pay()))
                .compensationHistory(List.of(rate(member)))
                .customFields(customFields(member))
                .groups(List.of(group(job.costCentre())))
                .build();
    }

    Group group(CostCentre centre) {
        return new Group(
                ids.idOf(RecordKind.GROUP, centre.number()), centre.number(), centre.name(), GroupType.COST_CENTRE);
    }

    Location location(Branch branch) {
        return new Location(
                ids.idOf(RecordKind.LOCATION, branch.code()),
                branch.code(),
                branch.name(),
                branch.kind(),
                address(branch.address()));
    }

    static Address address(PostalAddress address) {
        return new Address(
                address.street(),
                address.city(),
                address.state(),
                address.country().equals("Österreich") ? "AT" : "DE",
                address.postCode());
    }

    private static @Nullable Gender gender(@Nullable String word) {
        return word == null
                ? null
                : Map.of("weiblich", Gender.FEMALE, "männlich", Gender.MALE).get(word);
    }

    private static BankAccount account(Pay pay) {
        return new BankAccount(null, pay.bank(), pay.bic(), pay.holder(), pay.iban());
    }

    private static CompensationHistory rate(StaffMember member) {
        Pay pay = member.pay();
        return new CompensationHistory(
                BigDecimal.valueOf(pay.cents(), 2),
                pay.basis().equals("Monat") ? "month" : "hour",
                PayFrequency.MONTHLY,
                EMPLOYMENTS.get(member.job().employment()),
                Currency.EUR,
                pay.since(),
                null);
    }

    private static Map<String, String> customFields(StaffMember member) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "Steuerklasse", member.taxation().taxClass(),
                "Krankenkasse", member.taxation().healthFund()));
        if ("divers".equals(member.person().gender())) {
            fields.put("Geschlecht", "divers");
        }
        if (member.job().employment().equals("Werkstudent")) {
            fields.put("Beschäftigung", "Werkstudent");
        }
        return fields;
    }
}

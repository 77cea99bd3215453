package dev.payfleet.provider.larkspur;

import dev.payfleet.fixture.larkspur.Absence;
import dev.payfleet.fixture.larkspur.AbsenceBalance;
import dev.payfleet.fixture.larkspur.AmountLine;
import dev.payfleet.fixture.larkspur.BankDetails;
import dev.payfleet.fixture.larkspur.Business;
import dev.payfleet.fixture.larkspur.Department;
import dev.payfleet.fixture.larkspur.EmploymentDetails;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.PayRun;
import dev.payfleet.fixture.larkspur.PersonalDetails;
import dev.payfleet.fixture.larkspur.PostalAddress;
import dev.payfleet.fixture.larkspur.Slip;
import dev.payfleet.fixture.larkspur.StaffMember;
import dev.payfleet.fixture.larkspur.TimesheetEntry;
import dev.payfleet.fixture.larkspur.Workplace;
import dev.payfleet.payroll.Address;
import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.Company;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentHistory;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.EmploymentType;
import dev.payfleet.payroll.Ethnicity;
import dev.payfleet.payroll.Gender;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.GroupType;
import dev.payfleet.payroll.Identity;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.Manager;
import dev.payfleet.payroll.MaritalStatus;
import dev.payfleet.payroll.PayFrequency;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payrun;
import dev.payfleet.payroll.PayrunState;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.PolicyType;
import dev.payfleet.payroll.Reimbursement;
import dev.payfleet.payroll.Tax;
import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.payroll.TimeOffStatus;
import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What must be read of a person: the generator's own figures in the terms of the model, past all pages.
final class LarkspurTruth {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final LarkspurPerson person;
    private final RecordIds ids;

    LarkspurTruth(LarkspurPerson person, RecordIds ids) {
        this.person = person;
        this.ids = ids;
    }

    Stream<? extends PayrollRecord> answer(ResourceQuery query) {
        return switch (query) {
            case ResourceQuery.Whole whole -> whole(whole);
            case ResourceQuery.Employees employees ->
                person.staff().stream()
                        .map(this::employee)
                        .filter(employee -> employees.status().isEmpty()
                                || employees.status().get() == employee.employmentStatus());
            case ResourceQuery.Between range -> within(range);
            case ResourceQuery.Payslips payslips ->
                person.payRuns().stream()
                        .filter(run -> id(RecordKind.PAYRUN, run.id()).equals(payslips.payrunId()))
                        .flatMap(run -> person.payslips(run.id()).stream().map(slip -> payslip(run, slip)));
        };
    }

    private Stream<? extends PayrollRecord> whole(ResourceQuery.Whole query) {
        return switch (query.resource()) {
            case COMPANY -> Stream.of(company());
            case GROUPS -> person.departments().stream().map(this::group);
            case IDENTITY ->
                Stream.of(new Identity(
                        person.profile().name(),
                        person.profile().email(),
                        person.profile().phone()));
            case TIME_OFF_BALANCES -> person.absenceBalances().stream().map(this::balance);
            case WORK_LOCATIONS -> person.workplaces().stream().map(this::location);
            case EMPLOYEES, PAYRUNS, PAYSLIPS, TIMESHEETS, TIME_OFF_ENTRIES -> throw new AssertionError(query);
        };
    }

    private Stream<? extends PayrollRecord> within(ResourceQuery.Between range) {
        return switch (range.resource()) {
            case PAYRUNS -> person.payRuns(range.start(), range.end()).stream().map(this::payrun);
            case TIMESHEETS ->
                person.timesheets(range.start(), range.end()).stream().map(this::timesheet);
            case TIME_OFF_ENTRIES ->
                person.absences(range.start(), range.end()).stream().map(this::entry);
            case COMPANY, EMPLOYEES, GROUPS, IDENTITY, PAYSLIPS, TIME_OFF_BALANCES, WORK_LOCATIONS ->
                throw new AssertionError(range);
        };
    }

    private Company company() {
        Business business = person.business();
        return new Company(
                id(RecordKind.COMPANY, business.reference()),
                business.reference(),
                business.legalName(),
                business.tradingName(),
                business.payeReference(),
                address(business.registeredAddress()));
    }

    private Group group(Department department) {
        return new Group(
                id(RecordKind.GROUP, department.reference()),
                department.reference(),
                department.name(),
                value(
                        department.kind(),
                        Map.of(
                                "Department", GroupType.DEPARTMENT,
                                "Team", GroupType.TEAM,
                                "Cost centre", GroupType.COST_CENTRE,
                                "Pay group", GroupType.PAY_GROUP)));
    }

    private Location location(Workplace place) {
        return new Location(
                id(RecordKind.LOCATION, place.reference()),
                place.reference(),
                place.name(),
                place.kind(),
                address(place.address()));
    }

    private Employee employee(StaffMember member) {
        PersonalDetails personal = member.personal();
        EmploymentDetails job = member.employment();
        return Employee.builder()
                .id(id(RecordKind.EMPLOYEE, member.payrollId()))
                .remoteId(member.payrollId())
                .employeeNumber(member.payrollId())
                .firstName(personal.firstName())
                .lastName(personal.lastName())
                .displayFullName(personal.knownAs())
                .nationality(personal.nationality())
                .jobTitle(job.jobTitle())
                .workEmail(job.workEmail())
                .personalEmail(personal.email())
                .mobilePhoneNumber(personal.mobile())
                .taxId(personal.nationalInsuranceNumber())
                .gender(value(
                        personal.gender(),
                        Map.of(
                                "Male",
                                Gender.MALE,
                                "Female",
                                Gender.FEMALE,
                                "Prefer not to say",
                                Gender.NOT_SPECIFIED)))
                .ethnicity(value(
                        personal.ethnicity(),
                        Map.of(
                                "Asian or Asian British", Ethnicity.ASIAN,
                                "Black or Black British", Ethnicity.BLACK,
                                "Mixed", Ethnicity.MIXED,
                                "White", Ethnicity.WHITE,
                                "Other", Ethnicity.OTHER,
                                "Prefer not to say", Ethnicity.NOT_SPECIFIED)))
                .maritalStatus(value(
                        personal.maritalStatus(),
                        Map.of(
                                "Single", MaritalStatus.SINGLE,
                                "Married", MaritalStatus.MARRIED,
                                "Civil partnership", MaritalStatus.OTHER,
                                "Divorced", MaritalStatus.DIVORCED,
                                "Widowed", MaritalStatus.OTHER,
                                "Prefer not to say", MaritalStatus.NOT_SPECIFIED)))
                .dateOfBirth(personal.dateOfBirth())
                .employmentStatus(value(
                        job.status(),
                        Map.of(
                                "Active", EmploymentStatus.ACTIVE,
                                "On leave", EmploymentStatus.LEAVE,
                                "Leaver", EmploymentStatus.INACTIVE,
                                "Starter", EmploymentStatus.PENDING)))
                .employmentType(contract(job.contract()))
                .startDate(job.startDate())
                .remoteCreatedAt(job.addedOn())
                .terminationDate(job.leavingDate())
                .homeLocation(address(member.home()))
                .workLocation(person.workplaces().stream()
                        .filter(place -> place.reference().equals(job.workplace()))
                        .map(this::location)
                        .findFirst()
                        .orElse(null))
                .manager(manager(job.manager()))
                .bankAccount(bankAccount(member.bank()))
                .employmentHistory(member.jobs().stream()
                        .map(change -> new EmploymentHistory(
                                change.jobTitle(),
                                change.effectiveFrom(),
                                id(RecordKind.GROUP, change.department()),
                                change.department(),
                                department(change.department()).name(),
                                change.manager() == null ? null : id(RecordKind.EMPLOYEE, change.manager()),
                                change.manager()))
                        .toList())
                .compensationHistory(member.payRates().stream()
                        .map(rate -> new CompensationHistory(
                                BigDecimal.valueOf(rate.pence(), 2),
                                rate.per().toLowerCase(Locale.ROOT),
                                value(
                                        rate.paid(),
                                        Map.of(
                                                "Weekly", PayFrequency.WEEKLY,
                                                "Fortnightly", PayFrequency.BIWEEKLY,
                                                "Monthly", PayFrequency.MONTHLY)),
                                contract(rate.contract()),
                                Currency.GBP,
                                rate.effectiveFrom(),
                                rate.note()))
                        .toList())
                .customFields(customFields(member))
                .groups(job.departments().stream()
                        .map(reference -> group(department(reference)))
                        .toList())
                .dependents(member.dependants().stream()
                        .map(dependant -> new Dependent(dependant.name(), dependant.relationship()))
                        .toList())
                .emergencyContacts(member.emergencyContacts().stream()
                        .map(contact -> new EmergencyContact(
                                contact.firstName(),
                                contact.lastName(),
                                contact.relationship(),
                                contact.mobile(),
                                contact.primary()))
                        .toList())
                .build();
    }

    private Manager manager(String payrollId) {
        return person.staff().stream()
                .filter(member -> member.payrollId().equals(payrollId))
                .map(member -> new Manager(
                        member.personal().firstName(),
                        member.personal().lastName(),
                        id(RecordKind.EMPLOYEE, payrollId),
                        member.employment().workEmail(),
                        payrollId))
                .findFirst()
                .orElse(null);
    }

    private Department department(String reference) {
        return person.departments().stream()
                .filter(department -> department.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static BankAccount bankAccount(BankDetails bank) {
        return bank == null
                ? null
                : new BankAccount(bank.accountNumber(), bank.bank(), bank.bic(), bank.holder(), bank.iban());
    }

    private static Map<String, String> customFields(StaffMember member) {
        Map<String, String> fields = new TreeMap<>(member.additional());
        if (member.bank() != null) {
            fields.put("Sort code", member.bank().sortCode());
        }
        return fields;
    }

    private Payrun payrun(PayRun run) {
        return new Payrun(
                id(RecordKind.PAYRUN, run.id()),
                run.id(),
                value(run.status(), Map.of("Paid", PayrunState.PAID, "Pending", PayrunState.PENDING)),
                type(run),
                run.periodStart(),
                run.periodEnd(),
                run.paymentDate());
    }

    private Payslip payslip(PayRun run, Slip slip) {
        return Payslip.builder()
                .id(id(RecordKind.PAYSLIP, slip.id()))
                .remoteId(slip.id())
                .employeeId(id(RecordKind.EMPLOYEE, slip.payrollId()))
                .employeeRemoteId(slip.payrollId())
                .payrunId(id(RecordKind.PAYRUN, run.id()))
                .payrunRemoteId(run.id())
                .payrunType(type(run))
                .currency(Currency.GBP)
                .grossPay(slip.gross())
                .netPay(slip.net())
                .startDate(run.periodStart())
                .endDate(run.periodEnd())
                .paymentDate(run.paymentDate())
                .earnings(slip.earnings().stream()
                        .map(line -> new Earning(line.description(), line.pence(), line.hours()))
                        .toList())
                .deductions(lines(slip.deductions(), Deduction::new))
                .taxes(slip.taxes().stream()
                        .map(tax -> new Tax(tax.description(), tax.pence(), tax.byEmployer()))
                        .toList())
                .contributions(lines(slip.contributions(), Contribution::new))
                .reimbursements(lines(slip.reimbursements(), Reimbursement::new))
                .build();
    }

    private static <T> List<T> lines(List<AmountLine> lines, BiFunction<String, Long, T> line) {
        return lines.stream()
                .map(each -> line.apply(each.description(), each.pence()))
                .toList();
    }

    private Timesheet timesheet(TimesheetEntry entry) {
        return Timesheet.builder()
                .id(id(RecordKind.TIMESHEET, entry.reference()))
                .remoteId(entry.reference())
                .employeeId(id(RecordKind.EMPLOYEE, entry.payrollId()))
                .employeeRemoteId(entry.payrollId())
                .startTime(entry.started().atZone(LONDON).toOffsetDateTime())
                .endTime(entry.finished().atZone(LONDON).toOffsetDateTime())
                .hoursWorked(entry.hours())
                .remoteCreatedAt(entry.createdOn())
                .remoteModifiedAt(entry.changedOn())
                .build();
    }

    private TimeOffEntry entry(Absence absence) {
        return TimeOffEntry.builder()
                .id(id(RecordKind.TIME_OFF_ENTRY, absence.reference()))
                .remoteId(absence.reference())
                .employeeId(id(RecordKind.EMPLOYEE, absence.payrollId()))
                .employeeRemoteId(absence.payrollId())
                .startDate(absence.from())
                .endDate(absence.to())
                .amount(absence.amount())
                .unit(value(absence.policy().unit(), Map.of("Days", TimeOffUnit.DAYS, "Hours", TimeOffUnit.HOURS)))
                .status(value(
                        absence.status(),
                        Map.of(
                                "Approved", TimeOffStatus.APPROVED,
                                "Awaiting approval", TimeOffStatus.PENDING,
                                "Declined", TimeOffStatus.REJECTED)))
                .employeeNote(absence.note())
                .policyId(id(RecordKind.TIME_OFF_POLICY, absence.policy().code()))
                .policyRemoteId(absence.policy().code())
                .policyName(absence.policy().name())
                .policyType(policyType(absence.policy().category()))
                .remoteCreatedAt(absence.requestedOn())
                .remoteModifiedAt(absence.changedOn())
                .build();
    }

    private TimeOffBalance balance(AbsenceBalance balance) {
        return TimeOffBalance.builder()
                .employeeId(id(RecordKind.EMPLOYEE, balance.payrollId()))
                .employeeRemoteId(balance.payrollId())
                .balance(balance.balance())
                .used(balance.used())
                .policyId(id(RecordKind.TIME_OFF_POLICY, balance.policy().code()))
                .policyRemoteId(balance.policy().code())
                .policyName(balance.policy().name())
                .policyType(policyType(balance.policy().category()))
                .remoteCreatedAt(balance.createdOn())
                .remoteModifiedAt(balance.changedOn())
                .build();
    }

    private static PolicyType policyType(String category) {
        return value(
                category,
                Map.of(
                        "Holiday", PolicyType.HOLIDAY,
                        "Annual leave", PolicyType.VACATION,
                        "Sickness", PolicyType.SICK,
                        "Bereavement", PolicyType.BEREAVEMENT,
                        "Jury service", PolicyType.JURY_DUTY,
                        "Volunteering", PolicyType.VOLUNTEER,
                        "Personal", PolicyType.PERSONAL));
    }

    private static PayrunType type(PayRun run) {
        return value(
                run.type(),
                Map.of(
                        "Regular", PayrunType.REGULAR,
                        "One-off", PayrunType.ONE_TIME,
                        "Supplementary", PayrunType.OFF_CYCLE,
                        "Correction", PayrunType.CORRECTION,
                        "Reversal", PayrunType.REVERSAL));
    }

    private static EmploymentType contract(String contract) {
        return value(
                contract,
                Map.of(
                        "Full time", EmploymentType.FULL_TIME,
                        "Part time", EmploymentType.PART_TIME,
                        "Contractor", EmploymentType.CONTRACTOR,
                        "Apprentice", EmploymentType.OTHER));
    }

    private static Address address(PostalAddress address) {
        return new Address(
                address.street(),
                address.town(),
                address.county(),
                value(address.country(), Map.of("United Kingdom", "GB", "Ireland", "IE")),
                address.postcode());
    }

    private static <T> T value(String word, Map<String, T> values) {
        return word == null ? null : values.get(word);
    }

    private UUID id(RecordKind kind, String remoteId) {
        return ids.idOf(kind, remoteId);
    }
}

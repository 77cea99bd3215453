package dev.payfleet.provider.meridian;

import dev.payfleet.fixture.meridian.AmountItem;
import dev.payfleet.fixture.meridian.Employer;
import dev.payfleet.fixture.meridian.JobInfo;
import dev.payfleet.fixture.meridian.MeridianFormat;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.fixture.meridian.OrgUnit;
import dev.payfleet.fixture.meridian.PayRun;
import dev.payfleet.fixture.meridian.PayStub;
import dev.payfleet.fixture.meridian.PersonalInfo;
import dev.payfleet.fixture.meridian.TimeEntry;
import dev.payfleet.fixture.meridian.TimeOffRequest;
import dev.payfleet.fixture.meridian.UsAddress;
import dev.payfleet.fixture.meridian.Worker;
import dev.payfleet.fixture.meridian.Worksite;
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
import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.payroll.TimeOffStatus;
import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What must be read of a person: the generator's own figures in the terms of the model, past interface and pages.
final class MeridianTruth {

    private final MeridianPerson person;
    private final RecordIds ids;

    MeridianTruth(MeridianPerson person, RecordIds ids) {
        this.person = person;
        this.ids = ids;
    }

    Stream<? extends PayrollRecord> answer(ResourceQuery query) {
        return switch (query) {
            case ResourceQuery.Whole whole -> whole(whole);
            case ResourceQuery.Employees employees ->
                person.workers().stream()
                        .map(this::employee)
                        .filter(employee -> employees.status().isEmpty()
                                || employees.status().get() == employee.employmentStatus());
            case ResourceQuery.Between range -> within(range);
            case ResourceQuery.Payslips payslips ->
                person.payRuns().stream()
                        .filter(run -> id(RecordKind.PAYRUN, run.id()).equals(payslips.payrunId()))
                        .flatMap(run -> person.payStubs(run.id()).stream().map(stub -> payslip(run, stub)));
        };
    }

    private Stream<? extends PayrollRecord> whole(ResourceQuery.Whole query) {
        return switch (query.resource()) {
            case COMPANY -> Stream.of(company());
            case GROUPS -> person.groups().stream().map(this::group);
            case IDENTITY ->
                Stream.of(new Identity(
                        person.accountHolder().name(),
                        person.accountHolder().email(),
                        person.accountHolder().phone()));
            case WORK_LOCATIONS -> person.worksites().stream().map(this::location);
            case EMPLOYEES, PAYRUNS, PAYSLIPS, TIMESHEETS, TIME_OFF_BALANCES, TIME_OFF_ENTRIES ->
                throw new AssertionError(query);
        };
    }

    private Stream<? extends PayrollRecord> within(ResourceQuery.Between range) {
        return switch (range.resource()) {
            case PAYRUNS -> person.payRuns(range.start(), range.end()).stream().map(this::payrun);
            case TIMESHEETS ->
                person.timeEntries(range.start(), range.end()).stream().map(this::timesheet);
            case TIME_OFF_ENTRIES ->
                person.timeOff(range.start(), range.end()).stream().map(this::entry);
            case COMPANY, EMPLOYEES, GROUPS, IDENTITY, PAYSLIPS, TIME_OFF_BALANCES, WORK_LOCATIONS ->
                throw new AssertionError(range);
        };
    }

    private Company company() {
        Employer employer = person.employer();
        return new Company(
                id(RecordKind.COMPANY, employer.id()),
                employer.id(),
                employer.legalName(),
                employer.dbaName(),
                employer.ein(),
                address(employer.address()));
    }

    private Group group(OrgUnit unit) {
        return new Group(
                id(RecordKind.GROUP, unit.id()),
                unit.id(),
                unit.name(),
                value(
                        unit.kind(),
                        Map.of(
                                "department", GroupType.DEPARTMENT,
                                "team", GroupType.TEAM,
                                "cost_center", GroupType.COST_CENTRE,
                                "pay_group", GroupType.PAY_GROUP)));
    }

    private Group group(String id) {
        return group(unit(id));
    }

    private OrgUnit unit(String id) {
        return person.groups().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Location location(Worksite place) {
        return new Location(
                id(RecordKind.LOCATION, place.id()), place.id(), place.name(), place.kind(), address(place.address()));
    }

    private Employee employee(Worker worker) {
        PersonalInfo personal = worker.personal();
        JobInfo job = worker.job();
        return Employee.builder()
                .id(id(RecordKind.EMPLOYEE, worker.id()))
                .remoteId(worker.id())
                .employeeNumber(worker.number())
                .firstName(personal.firstName())
                .lastName(personal.lastName())
                .displayFullName(personal.preferredName())
                .nationality(personal.citizenship())
                .jobTitle(job.title())
                .workEmail(job.workEmail())
                .personalEmail(personal.personalEmail())
                .mobilePhoneNumber(personal.phone())
                .taxId(personal.ssn())
                .gender(value(
                        personal.gender(),
                        Map.of(
                                "male", Gender.MALE,
                                "female", Gender.FEMALE,
                                "undisclosed", Gender.NOT_SPECIFIED)))
                .ethnicity(value(
                        personal.ethnicity(),
                        Map.of(
                                "asian", Ethnicity.ASIAN,
                                "black_or_african_american", Ethnicity.BLACK,
                                "hispanic_or_latino", Ethnicity.HISPANIC,
                                "white", Ethnicity.WHITE,
                                "two_or_more_races", Ethnicity.MIXED,
                                "american_indian_or_alaska_native", Ethnicity.OTHER,
                                "undisclosed", Ethnicity.NOT_SPECIFIED)))
                .maritalStatus(value(
                        personal.maritalStatus(),
                        Map.of(
                                "single", MaritalStatus.SINGLE,
                                "married", MaritalStatus.MARRIED,
                                "domestic_partnership", MaritalStatus.OTHER,
                                "divorced", MaritalStatus.DIVORCED,
                                "widowed", MaritalStatus.OTHER)))
                .dateOfBirth(personal.birthDate())
                .employmentStatus(value(
                        job.status(),
                        Map.of(
                                "active", EmploymentStatus.ACTIVE,
                                "on_leave", EmploymentStatus.LEAVE,
                                "terminated", EmploymentStatus.INACTIVE,
                                "onboarding", EmploymentStatus.PENDING)))
                .employmentType(type(job.employmentType()))
                .startDate(job.hireDate())
                .remoteCreatedAt(day(job.createdAt()))
                .terminationDate(job.terminationDate())
                .homeLocation(address(worker.home()))
                .workLocation(person.worksites().stream()
                        .filter(place -> place.id().equals(job.worksite()))
                        .map(this::location)
                        .findFirst()
                        .orElse(null))
                .manager(manager(job.manager()))
                .bankAccount(bankAccount(worker))
                .employmentHistory(worker.positions().stream()
                        .map(position -> new EmploymentHistory(
                                position.title(),
                                position.effectiveDate(),
                                id(RecordKind.GROUP, position.group()),
                                position.group(),
                                unit(position.group()).name(),
                                position.manager() == null ? null : id(RecordKind.EMPLOYEE, position.manager()),
                                position.manager()))
                        .toList())
                .compensationHistory(worker.compensation().stream()
                        .map(rate -> new CompensationHistory(
                                BigDecimal.valueOf(rate.cents(), 2),
                                rate.unit(),
                                frequency(rate.paySchedule()),
                                type(rate.employmentType()),
                                Currency.USD,
                                rate.effectiveDate(),
                                rate.note()))
                        .toList())
                .customFields(customFields(worker))
                .groups(job.groups().stream().map(this::group).toList())
                .dependents(worker.dependents().stream()
                        .map(member -> new Dependent(member.name(), member.relationship()))
                        .toList())
                .emergencyContacts(worker.emergencyContacts().stream()
                        .map(contact -> new EmergencyContact(
                                contact.firstName(),
                                contact.lastName(),
                                contact.relationship(),
                                contact.phone(),
                                contact.primary()))
                        .toList())
                .build();
    }

    private Manager manager(String id) {
        return person.workers().stream()
                .filter(worker -> worker.id().equals(id))
                .map(worker -> new Manager(
                        worker.personal().firstName(),
                        worker.personal().lastName(),
                        id(RecordKind.EMPLOYEE, id),
                        worker.job().workEmail(),
                        id))
                .findFirst()
                .orElse(null);
    }

    private static BankAccount bankAccount(Worker worker) {
        return worker.directDeposit() == null
                ? null
                : new BankAccount(
                        worker.directDeposit().accountNumber(),
                        worker.directDeposit().bankName(),
                        null,
                        worker.directDeposit().accountHolder(),
                        null);
    }

    private static Map<String, String> customFields(Worker worker) {
        Map<String, String> fields = new TreeMap<>(worker.customFields());
        if (worker.directDeposit() != null) {
            fields.put("Routing number", worker.directDeposit().routingNumber());
        }
        if ("nonbinary".equals(worker.personal().gender())) {
            fields.put("Gender", "Non-binary");
        }
        return fields;
    }

    private Payrun payrun(PayRun run) {
        return new Payrun(
                id(RecordKind.PAYRUN, run.id()),
                run.id(),
                value(run.status(), Map.of("paid", PayrunState.PAID, "approved", PayrunState.PENDING)),
                type(run),
                run.periodStart(),
                run.periodEnd(),
                run.checkDate());
    }

    private Payslip payslip(PayRun run, PayStub stub) {
        return Payslip.builder()
                .id(id(RecordKind.PAYSLIP, stub.id()))
                .remoteId(stub.id())
                .employeeId(id(RecordKind.EMPLOYEE, stub.workerId()))
                .employeeRemoteId(stub.workerId())
                .payrunId(id(RecordKind.PAYRUN, run.id()))
                .payrunRemoteId(run.id())
                .payrunType(type(run))
                .currency(Currency.USD)
                .grossPay(stub.gross())
                .netPay(stub.net())
                .startDate(run.periodStart())
                .endDate(run.periodEnd())
                .paymentDate(run.checkDate())
                .earnings(stub.earnings().stream()
                        .map(line -> new Earning(line.name(), line.cents(), line.hours()))
                        .toList())
                .taxes(stub.taxes().stream()
                        .map(tax -> new Tax(tax.name(), tax.cents(), tax.byEmployer()))
                        .toList())
                .deductions(lines(stub.deductions(), Deduction::new))
                .contributions(lines(stub.contributions(), Contribution::new))
                .reimbursements(lines(stub.reimbursements(), Reimbursement::new))
                .build();
    }

    private static <T> List<T> lines(List<AmountItem> lines, BiFunction<String, Long, T> line) {
        return lines.stream().map(each -> line.apply(each.name(), each.cents())).toList();
    }

    private Timesheet timesheet(TimeEntry entry) {
        return Timesheet.builder()
                .id(id(RecordKind.TIMESHEET, entry.id()))
                .remoteId(entry.id())
                .employeeId(id(RecordKind.EMPLOYEE, entry.workerId()))
                .employeeRemoteId(entry.workerId())
                .startTime(entry.clockIn())
                .endTime(entry.clockOut())
                .hoursWorked(
                        new BigDecimal(entry.workedMinutes()).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP))
                .remoteCreatedAt(day(entry.createdAt()))
                .remoteModifiedAt(day(entry.updatedAt()))
                .build();
    }

    private TimeOffEntry entry(TimeOffRequest request) {
        return TimeOffEntry.builder()
                .id(id(RecordKind.TIME_OFF_ENTRY, request.id()))
                .remoteId(request.id())
                .employeeId(id(RecordKind.EMPLOYEE, request.workerId()))
                .employeeRemoteId(request.workerId())
                .startDate(request.startDate())
                .endDate(request.endDate())
                .amount(request.amount())
                .unit(value(request.policy().unit(), Map.of("days", TimeOffUnit.DAYS, "hours", TimeOffUnit.HOURS)))
                .status(value(
                        request.status(),
                        Map.of(
                                "approved", TimeOffStatus.APPROVED,
                                "pending", TimeOffStatus.PENDING,
                                "denied", TimeOffStatus.REJECTED)))
                .employeeNote(request.note())
                .policyId(id(RecordKind.TIME_OFF_POLICY, request.policy().id()))
                .policyRemoteId(request.policy().id())
                .policyName(request.policy().name())
                .policyType(value(
                        request.policy().kind(),
                        Map.of(
                                "vacation", PolicyType.VACATION,
                                "sick", PolicyType.SICK,
                                "holiday", PolicyType.HOLIDAY,
                                "bereavement", PolicyType.BEREAVEMENT,
                                "jury_duty", PolicyType.JURY_DUTY,
                                "personal", PolicyType.PERSONAL,
                                "volunteer", PolicyType.VOLUNTEER)))
                .remoteCreatedAt(day(request.createdAt()))
                .remoteModifiedAt(day(request.updatedAt()))
                .build();
    }

    private static PayrunType type(PayRun run) {
        return value(
                run.type(),
                Map.of(
                        "regular", PayrunType.REGULAR,
                        "bonus", PayrunType.ONE_TIME,
                        "off_cycle", PayrunType.OFF_CYCLE,
                        "correction", PayrunType.CORRECTION,
                        "reversal", PayrunType.REVERSAL));
    }

    private static EmploymentType type(String word) {
        return value(
                word,
                Map.of(
                        "full_time", EmploymentType.FULL_TIME,
                        "part_time", EmploymentType.PART_TIME,
                        "contractor_1099", EmploymentType.CONTRACTOR,
                        "seasonal", EmploymentType.OTHER));
    }

    private static PayFrequency frequency(String schedule) {
        return value(
                schedule,
                Map.of(
                        "weekly", PayFrequency.WEEKLY,
                        "biweekly", PayFrequency.BIWEEKLY,
                        "semimonthly", PayFrequency.SEMIMONTHLY,
                        "monthly", PayFrequency.MONTHLY,
                        "quarterly", PayFrequency.OTHER));
    }

    private static Address address(UsAddress address) {
        return new Address(
                address.line2() == null ? address.line1() : address.line1() + ", " + address.line2(),
                address.city(),
                address.state(),
                address.country(),
                address.postalCode());
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment == null ? null : MeridianFormat.day(moment);
    }

    private static <T> T value(String word, Map<String, T> values) {
        return word == null ? null : values.get(word);
    }

    private UUID id(RecordKind kind, String remoteId) {
        return ids.idOf(kind, remoteId);
    }
}

package dev.payfleet.provider.rivermark;

import dev.payfleet.fixture.rivermark.Absence;
import dev.payfleet.fixture.rivermark.AmountLine;
import dev.payfleet.fixture.rivermark.Employer;
import dev.payfleet.fixture.rivermark.LeaveAccount;
import dev.payfleet.fixture.rivermark.PayRun;
import dev.payfleet.fixture.rivermark.RivermarkPerson;
import dev.payfleet.fixture.rivermark.Slip;
import dev.payfleet.payroll.Company;
import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Identity;
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
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What must be read of a person: the generator's own figures in the terms of the model, past all pages and files.
final class RivermarkTruth {

    private static final Map<String, PayrunType> KINDS = Map.of(
            "Monatsabrechnung", PayrunType.REGULAR,
            "Sonderzahlung", PayrunType.ONE_TIME,
            "Korrektur", PayrunType.CORRECTION);
    private static final Map<String, PolicyType> POLICIES =
            Map.of("URL", PolicyType.VACATION, "KRA", PolicyType.SICK, "SON", PolicyType.PERSONAL);
    private static final Map<String, TimeOffStatus> STATES = Map.of(
            "genehmigt", TimeOffStatus.APPROVED,
            "offen", TimeOffStatus.PENDING,
            "abgelehnt", TimeOffStatus.REJECTED);

    private final RivermarkPerson person;
    private final RecordIds ids;
    private final EmployeeTruth employees;

    RivermarkTruth(RivermarkPerson person, RecordIds ids) {
        this.person = person;
        this.ids = ids;
        this.employees = new EmployeeTruth(ids);
    }

    Stream<? extends PayrollRecord> answer(ResourceQuery query) {
        return switch (query) {
            case ResourceQuery.Whole whole -> whole(whole);
            case ResourceQuery.Employees asked ->
                person.staff().stream()
                        .map(employees::of)
                        .filter(employee ->
                                asked.status().isEmpty() || asked.status().get() == employee.employmentStatus());
            case ResourceQuery.Between range -> within(range);
            case ResourceQuery.Payslips payslips ->
                person.runs().stream()
                        .filter(run -> id(RecordKind.PAYRUN, run.number()).equals(payslips.payrunId()))
                        .flatMap(run -> person.slips(run.number()).stream().map(this::payslip));
        };
    }

    private Stream<? extends PayrollRecord> whole(ResourceQuery.Whole query) {
        return switch (query.resource()) {
            case COMPANY -> Stream.of(company(person.employer()));
            case GROUPS -> person.costCentres().stream().map(employees::group);
            case IDENTITY ->
                Stream.of(new Identity(
                        person.holder().name(),
                        person.holder().email(),
                        person.holder().phone()));
            case TIME_OFF_BALANCES -> person.leave().stream().map(this::balance);
            case WORK_LOCATIONS -> person.branches().stream().map(employees::location);
            case EMPLOYEES, PAYRUNS, PAYSLIPS, TIMESHEETS, TIME_OFF_ENTRIES -> throw new AssertionError(query);
        };
    }

    private Stream<? extends PayrollRecord> within(ResourceQuery.Between range) {
        return switch (range.resource()) {
            case PAYRUNS ->
                person.runs().stream()
                        .filter(run -> range.contains(run.payDate()))
                        .map(this::payrun);
            case TIME_OFF_ENTRIES ->
                person.absences().stream()
                        .filter(absence -> !absence.to().isBefore(range.start())
                                && !absence.from().isAfter(range.end()))
                        .map(this::entry);
            case COMPANY, EMPLOYEES, GROUPS, IDENTITY, PAYSLIPS, TIMESHEETS, TIME_OFF_BALANCES, WORK_LOCATIONS ->
                throw new AssertionError(range);
        };
    }

    private Company company(Employer employer) {
        return new Company(
                id(RecordKind.COMPANY, employer.number()),
                employer.number(),
                employer.legalName(),
                employer.shortName(),
                employer.taxNumber(),
                EmployeeTruth.address(employer.address()));
    }

    private Payrun payrun(PayRun run) {
        return new Payrun(
                id(RecordKind.PAYRUN, run.number()),
                run.number(),
                run.state().equals("ausgezahlt") ? PayrunState.PAID : PayrunState.PENDING,
                KINDS.get(run.kind()),
                run.from(),
                run.to(),
                run.payDate());
    }

    private Payslip payslip(Slip slip) {
        PayRun run = slip.run();
        return Payslip.builder()
                .id(id(RecordKind.PAYSLIP, slip.number()))
                .remoteId(slip.number())
                .employeeId(id(RecordKind.EMPLOYEE, slip.member().number()))
                .employeeRemoteId(slip.member().number())
                .payrunId(id(RecordKind.PAYRUN, run.number()))
                .payrunRemoteId(run.number())
                .payrunType(KINDS.get(run.kind()))
                .currency(Currency.EUR)
                .grossPay(slip.gross())
                .netPay(slip.net())
                .startDate(run.from())
                .endDate(run.to())
                .paymentDate(run.payDate())
                .earnings(slip.earnings().stream()
                        .map(line -> new Earning(line.label(), line.cents(), line.hours()))
                        .toList())
                .contributions(lines(slip.employerShares(), Contribution::new))
                .deductions(Stream.of(slip.insurance(), slip.otherDeductions())
                        .flatMap(lines -> lines(lines, Deduction::new).stream())
                        .toList())
                .taxes(lines(slip.taxes(), (label, cents) -> new Tax(label, cents, false)))
                .reimbursements(lines(slip.reimbursements(), Reimbursement::new))
                .build();
    }

    private TimeOffEntry entry(Absence absence) {
        return TimeOffEntry.builder()
                .id(id(RecordKind.TIME_OFF_ENTRY, absence.number()))
                .remoteId(absence.number())
                .employeeId(id(RecordKind.EMPLOYEE, absence.member()))
                .employeeRemoteId(absence.member())
                .startDate(absence.from())
                .endDate(absence.to())
                .amount(absence.days())
                .unit(TimeOffUnit.DAYS)
                .status(STATES.get(absence.status()))
                .employeeNote(absence.note())
                .policyId(id(RecordKind.TIME_OFF_POLICY, absence.kind().code()))
                .policyRemoteId(absence.kind().code())
                .policyName(absence.kind().name())
                .policyType(POLICIES.get(absence.kind().code()))
                .remoteCreatedAt(absence.requestedOn())
                .remoteModifiedAt(absence.decidedOn())
                .build();
    }

    private TimeOffBalance balance(LeaveAccount account) {
        return TimeOffBalance.builder()
                .employeeId(id(RecordKind.EMPLOYEE, account.member()))
                .employeeRemoteId(account.member())
                .balance(account.left())
                .used(account.taken())
                .policyId(id(RecordKind.TIME_OFF_POLICY, account.kind().code()))
                .policyRemoteId(account.kind().code())
                .policyName(account.kind().name())
                .policyType(POLICIES.get(account.kind().code()))
                .remoteCreatedAt(account.openedOn())
                .remoteModifiedAt(account.asOf())
                .build();
    }

    private static <T> List<T> lines(List<AmountLine> lines, BiFunction<String, Long, T> line) {
        return lines.stream()
                .map(each -> line.apply(each.label(), each.cents()))
                .toList();
    }

    private UUID id(RecordKind kind, String remoteId) {
        return ids.idOf(kind, remoteId);
    }
}

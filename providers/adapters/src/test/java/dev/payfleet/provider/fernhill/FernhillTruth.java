package dev.payfleet.provider.fernhill;

import dev.payfleet.fixture.fernhill.AmountLine;
import dev.payfleet.fixture.fernhill.Employer;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.PayRun;
import dev.payfleet.fixture.fernhill.Place;
import dev.payfleet.fixture.fernhill.Statement;
import dev.payfleet.fixture.fernhill.TimeOffPolicy;
import dev.payfleet.fixture.fernhill.TimeOffRequest;
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

/// What must be read of a person: the generator's own figures in the terms of the model, past all pages.
final class FernhillTruth {

    private static final Map<String, PayrunType> KINDS = Map.of(
            "Regular", PayrunType.REGULAR,
            "Bonus", PayrunType.ONE_TIME,
            "Off-cycle", PayrunType.OFF_CYCLE,
            "Adjustment", PayrunType.CORRECTION,
            "Reversal", PayrunType.REVERSAL);
    private static final Map<String, PolicyType> POLICIES = Map.of(
            "VAC", PolicyType.VACATION,
            "SICK", PolicyType.SICK,
            "STAT", PolicyType.HOLIDAY,
            "BRV", PolicyType.BEREAVEMENT,
            "JURY", PolicyType.JURY_DUTY,
            "PERS", PolicyType.PERSONAL,
            "VOL", PolicyType.VOLUNTEER);

    private final FernhillPerson person;
    private final RecordIds ids;
    private final PlaceTruth places;

    FernhillTruth(FernhillPerson person, RecordIds ids) {
        this.person = person;
        this.ids = ids;
        this.places = new PlaceTruth(person, ids);
    }

    Stream<? extends PayrollRecord> answer(ResourceQuery query) {
        return switch (query) {
            case ResourceQuery.Whole whole -> whole(whole);
            case ResourceQuery.Employees employees -> {
                EmployeeTruth truth = new EmployeeTruth(person, ids, places);
                yield person.staff().stream()
                        .map(truth::of)
                        .filter(employee -> employees.status().isEmpty()
                                || employees.status().get() == employee.employmentStatus());
            }
            case ResourceQuery.Between range -> within(range);
            case ResourceQuery.Payslips payslips ->
                person.payRuns().stream()
                        .filter(run -> id(RecordKind.PAYRUN, run.number()).equals(payslips.payrunId()))
                        .flatMap(run -> person.statements(run.number()).stream().map(each -> payslip(run, each)));
        };
    }

    private Stream<? extends PayrollRecord> whole(ResourceQuery.Whole query) {
        return switch (query.resource()) {
            case COMPANY -> Stream.of(company(person.employer()));
            case GROUPS -> person.teams().stream().map(team -> places.group(team.code()));
            case IDENTITY ->
                Stream.of(new Identity(
                        person.holder().name(),
                        person.holder().email(),
                        person.holder().phone()));
            case TIME_OFF_BALANCES -> person.balances().stream().map(this::balance);
            case WORK_LOCATIONS -> person.places().stream().map(Place::code).map(places::location);
            case EMPLOYEES, PAYRUNS, PAYSLIPS, TIMESHEETS, TIME_OFF_ENTRIES -> throw new AssertionError(query);
        };
    }

    private Stream<? extends PayrollRecord> within(ResourceQuery.Between range) {
        return switch (range.resource()) {
            case PAYRUNS ->
                person.payRuns().stream()
                        .filter(run -> range.contains(run.payDate()))
                        .map(this::payrun);
            case TIME_OFF_ENTRIES ->
                person.timeOff().stream()
                        .filter(request -> !request.to().isBefore(range.start())
                                && !request.from().isAfter(range.end()))
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
                employer.operatingName(),
                employer.businessNumber(),
                PlaceTruth.address(employer.address()));
    }

    private Payrun payrun(PayRun run) {
        return new Payrun(
                id(RecordKind.PAYRUN, run.number()),
                run.number(),
                PlaceTruth.value(run.state(), Map.of("Paid", PayrunState.PAID, "Scheduled", PayrunState.PENDING)),
                KINDS.get(run.kind()),
                run.from(),
                run.to(),
                run.payDate());
    }

    private Payslip payslip(PayRun run, Statement statement) {
        return Payslip.builder()
                .id(id(RecordKind.PAYSLIP, statement.number()))
                .remoteId(statement.number())
                .employeeId(id(RecordKind.EMPLOYEE, statement.worker()))
                .employeeRemoteId(statement.worker())
                .payrunId(id(RecordKind.PAYRUN, run.number()))
                .payrunRemoteId(run.number())
                .payrunType(KINDS.get(run.kind()))
                .currency(Currency.CAD)
                .grossPay(statement.gross())
                .netPay(statement.net())
                .startDate(run.from())
                .endDate(run.to())
                .paymentDate(run.payDate())
                .earnings(statement.earnings().stream()
                        .map(line -> new Earning(line.label(), line.cents(), line.hours()))
                        .toList())
                .contributions(lines(statement.employerAmounts(), Contribution::new))
                .deductions(lines(statement.deductions(), Deduction::new))
                .taxes(statement.sourceDeductions().stream()
                        .map(line -> new Tax(line.label(), line.cents(), line.byEmployer()))
                        .toList())
                .reimbursements(lines(statement.reimbursements(), Reimbursement::new))
                .build();
    }

    private TimeOffEntry entry(TimeOffRequest request) {
        TimeOffPolicy policy = request.policy();
        return TimeOffEntry.builder()
                .id(id(RecordKind.TIME_OFF_ENTRY, request.number()))
                .remoteId(request.number())
                .employeeId(id(RecordKind.EMPLOYEE, request.worker()))
                .employeeRemoteId(request.worker())
                .startDate(request.from())
                .endDate(request.to())
                .amount(request.amount())
                .unit(policy.unit().equals("hours") ? TimeOffUnit.HOURS : TimeOffUnit.DAYS)
                .status(Map.of(
                                "Approved", TimeOffStatus.APPROVED,
                                "Waiting", TimeOffStatus.PENDING,
                                "Turned down", TimeOffStatus.REJECTED)
                        .get(request.status()))
                .employeeNote(request.note())
                .policyId(id(RecordKind.TIME_OFF_POLICY, policy.code()))
                .policyRemoteId(policy.code())
                .policyName(policy.name())
                .policyType(POLICIES.get(policy.code()))
                .remoteCreatedAt(request.requestedOn())
                .remoteModifiedAt(request.changedOn())
                .build();
    }

    private TimeOffBalance balance(dev.payfleet.fixture.fernhill.TimeOffBalance balance) {
        TimeOffPolicy policy = balance.policy();
        return TimeOffBalance.builder()
                .employeeId(id(RecordKind.EMPLOYEE, balance.worker()))
                .employeeRemoteId(balance.worker())
                .balance(balance.available())
                .used(balance.used())
                .policyId(id(RecordKind.TIME_OFF_POLICY, policy.code()))
                .policyRemoteId(policy.code())
                .policyName(policy.name())
                .policyType(POLICIES.get(policy.code()))
                .remoteCreatedAt(balance.openedOn())
                .remoteModifiedAt(balance.changedOn())
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

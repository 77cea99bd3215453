package dev.payfleet.payroll;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order in which records are handed on: newest first by the date they are for, those without a date last, then
/// by the provider's id. A pay run without a payment date goes by the end of its period.
public final class RecordOrder implements Comparator<PayrollRecord> {

    private static final Comparator<PayrollRecord> ORDER = Comparator.comparing(
                    RecordOrder::day, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(RecordOrder::start, Comparator.nullsLast(Comparator.<OffsetDateTime>reverseOrder()))
            .thenComparing(RecordOrder::remoteId, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    /// The one order there is.
    public RecordOrder() {}

    @Override
    public int compare(PayrollRecord one, PayrollRecord other) {
        return ORDER.compare(one, other);
    }

    /// The day that a record is for; null where its kind has none or the provider shows none.
    public static @Nullable LocalDate day(PayrollRecord record) {
        return switch (record) {
            case Payrun payrun -> payrun.paymentDate() != null ? payrun.paymentDate() : payrun.endDate();
            case Payslip payslip -> payslip.paymentDate();
            case TimeOffEntry entry -> entry.startDate();
            case Employee employee -> employee.startDate();
            case Timesheet timesheet ->
                timesheet.startTime() == null ? null : timesheet.startTime().toLocalDate();
            case Company _, Group _, Identity _, TimeOffBalance _, Location _ -> null;
        };
    }

    private static @Nullable OffsetDateTime start(PayrollRecord record) {
        return record instanceof Timesheet timesheet ? timesheet.startTime() : null;
    }

    /// The provider's id, or what tells records of a kind without one apart.
    public static @Nullable String remoteId(PayrollRecord record) {
        return switch (record) {
            case Company company -> company.remoteId();
            case Employee employee -> employee.remoteId();
            case Group group -> group.remoteId();
            case Identity identity -> identity.email();
            case Payrun payrun -> payrun.remoteId();
            case Payslip payslip -> payslip.remoteId();
            case Timesheet timesheet -> timesheet.remoteId();
            case TimeOffEntry entry -> entry.remoteId();
            case TimeOffBalance balance -> balance.employeeRemoteId() + "\u0000" + balance.policyRemoteId();
            case Location location -> location.remoteId();
        };
    }
}

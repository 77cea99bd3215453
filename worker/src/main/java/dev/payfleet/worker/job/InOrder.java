package dev.payfleet.worker.job;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.RecordOrder;
import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.provider.ResourceQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The contract's decisions on ranges and order, kept in one place so that no adapter can differ: ranges include
/// both ends, a pay run counts by its payment date (or its end date where it has none), and arrays are sorted by
/// date, newest first, then by remote id.
final class InOrder {
    private static final Comparator<PayrollRecord> NEWEST_FIRST =
            Comparator.<PayrollRecord, @Nullable LocalDate>comparing(
                            RecordOrder::day, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(InOrder::remoteId);

    private InOrder() {}

    static List<PayrollRecord> of(ResourceQuery query, List<? extends PayrollRecord> records) {
        return records.stream()
                .filter(record -> asked(query, record))
                .sorted(NEWEST_FIRST)
                .map(PayrollRecord.class::cast)
                .toList();
    }

    private static boolean asked(ResourceQuery query, PayrollRecord record) {
        return switch (query) {
            case ResourceQuery.Whole whole -> true;
            case ResourceQuery.Payslips payslips ->
                !(record instanceof Payslip slip) || slip.payrunId().equals(payslips.payrunId());
            case ResourceQuery.Employees employees ->
                employees
                        .status()
                        .map(status -> record instanceof Employee one && one.employmentStatus() == status)
                        .orElse(true);
            case ResourceQuery.Between between -> within(between, record);
        };
    }

    /// Time off is in the range when any of its days is; everything else by its one date. A record without a date
    /// is not known to be in the range.
    private static boolean within(ResourceQuery.Between range, PayrollRecord record) {
        LocalDate first = RecordOrder.day(record);
        if (first == null) {
            return false;
        }
        LocalDate last = record instanceof TimeOffEntry entry && entry.endDate() != null ? entry.endDate() : first;
        return !first.isAfter(range.end()) && !last.isBefore(range.start());
    }

    private static String remoteId(PayrollRecord record) {
        return Objects.requireNonNullElse(RecordOrder.remoteId(record), "");
    }
}

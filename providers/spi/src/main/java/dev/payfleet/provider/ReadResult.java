package dev.payfleet.provider;

import dev.payfleet.payroll.InvalidRecordException;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.RecordOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What was read.
///
/// @param records put into the contract's order, [RecordOrder]
/// @param partial whether something is known to be missing or not to add up. A payslip whose figures do not agree
///     makes it true by itself; it is handed on as the provider shows it, never dropped
public record ReadResult(List<? extends PayrollRecord> records, boolean partial) {

    /// Copies, sorts, and checks the arithmetic of payslips.
    public ReadResult {
        records = records.stream().sorted(new RecordOrder()).toList();
        partial = partial || !records.stream().allMatch(ReadResult::addsUp);
    }

    /// All there is, as far as it adds up.
    public static ReadResult complete(List<? extends PayrollRecord> records) {
        return new ReadResult(records, false);
    }

    /// A record for each thing that was read. One that the model does not take, because it lacks what a record must
    /// have, is left out, and the result says that it is partial.
    ///
    /// @param mapping makes the record; whatever else it throws passes
    public static <T> ReadResult mapping(Collection<T> read, Function<? super T, ? extends PayrollRecord> mapping) {
        List<PayrollRecord> records = new ArrayList<>();
        boolean partial = false;
        for (T each : read) {
            try {
                records.add(mapping.apply(each));
            } catch (InvalidRecordException e) {
                partial = true;
            }
        }
        return new ReadResult(records, partial);
    }

    /// The same, called partial for a reason that only the adapter knows.
    ///
    /// @param also whether there is such a reason
    public ReadResult partialIf(boolean also) {
        return new ReadResult(records, partial || also);
    }

    private static boolean addsUp(PayrollRecord record) {
        return !(record instanceof Payslip payslip) || (payslip.balances() && payslip.earningsAddUp());
    }

    /// The count alone: the records are a person's.
    @Override
    public String toString() {
        return "ReadResult[records=" + records.size() + ", partial=" + partial + "]";
    }
}

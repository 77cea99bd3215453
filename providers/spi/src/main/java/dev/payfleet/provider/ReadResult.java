package dev.payfleet.provider;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.RecordOrder;
import java.util.List;

/// What was read.
///
/// @param records put into the contract's order, [RecordOrder]
/// @param partial whether something is known to be missing or not to add up, such as a payslip whose figures do not
///     agree; such a record is handed on as the provider shows it, never dropped
public record ReadResult(List<? extends PayrollRecord> records, boolean partial) {

    /// Copies and sorts.
    public ReadResult {
        records = records.stream().sorted(new RecordOrder()).toList();
    }

    /// All there is.
    public static ReadResult complete(List<? extends PayrollRecord> records) {
        return new ReadResult(records, false);
    }

    /// The count alone: the records are a person's.
    @Override
    public String toString() {
        return "ReadResult[records=" + records.size() + ", partial=" + partial + "]";
    }
}

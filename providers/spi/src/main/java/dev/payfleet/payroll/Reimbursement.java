package dev.payfleet.payroll;

/// One line of what is paid back to the employee; no part of gross pay.
///
/// @param name what it is for
/// @param amount minor units of the payslip's currency
public record Reimbursement(String name, long amount) {

    public Reimbursement {
        Field.required(name, "Reimbursement", "name");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Reimbursement[<redacted>]";
    }
}

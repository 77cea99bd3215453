package dev.payfleet.payroll;

/// One line of what is taken from gross pay, taxes apart.
///
/// @param name what it is for
/// @param amount minor units of the payslip's currency
public record Deduction(String name, long amount) {

    public Deduction {
        Field.required(name, "Deduction", "name");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Deduction[<redacted>]";
    }
}

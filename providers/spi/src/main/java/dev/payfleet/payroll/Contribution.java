package dev.payfleet.payroll;

/// One line of what the employer pays on top; no part of gross pay.
///
/// @param name what it is for
/// @param amount minor units of the payslip's currency
public record Contribution(String name, long amount) {

    public Contribution {
        Field.required(name, "Contribution", "name");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Contribution[<redacted>]";
    }
}

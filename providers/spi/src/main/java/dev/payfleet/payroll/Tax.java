package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// One tax of a payslip.
///
/// @param name name of the tax
/// @param amount minor units of the payslip's currency
/// @param employerTax whether the employer pays it, so that net pay does not fall by it; null is read as no
public record Tax(String name, long amount, @Nullable Boolean employerTax) {

    public Tax {
        Field.required(name, "Tax", "name");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Tax[<redacted>]";
    }
}

package dev.payfleet.payroll;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One line of what was earned.
///
/// @param name what it is for
/// @param amount minor units of the payslip's currency
/// @param hours hours paid, where it is paid by the hour
public record Earning(String name, long amount, @Nullable BigDecimal hours) {

    public Earning {
        Field.required(name, "Earning", "name");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Earning[<redacted>]";
    }
}

package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One rate of pay an employee has had.
///
/// @param payRate in major units, as the provider shows it
/// @param payPeriod what the rate is paid for: `year`, `hour`
/// @param payFrequency how often it is paid
/// @param employmentType the kind of employment
/// @param currency currency of the rate
/// @param effectiveDate first day of the rate
/// @param notes the provider's remark
public record CompensationHistory(
        @Nullable BigDecimal payRate,
        @Nullable String payPeriod,
        @Nullable PayFrequency payFrequency,
        @Nullable EmploymentType employmentType,
        @Nullable Currency currency,
        @Nullable LocalDate effectiveDate,
        @Nullable String notes) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "CompensationHistory[<redacted>]";
    }
}

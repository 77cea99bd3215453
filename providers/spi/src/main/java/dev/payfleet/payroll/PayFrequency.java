package dev.payfleet.payroll;

/// How often someone is paid.
public enum PayFrequency implements WireValue {
    YEAR,
    WEEKLY,
    BIWEEKLY,
    SEMIMONTHLY,
    MONTHLY,
    OTHER;
}

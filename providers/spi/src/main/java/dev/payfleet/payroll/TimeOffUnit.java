package dev.payfleet.payroll;

/// The unit in which time off is counted.
public enum TimeOffUnit implements WireValue {
    HOURS,
    DAYS,
    MONTHS;
}

package dev.payfleet.payroll;

/// Gender as a payroll provider records it.
public enum Gender implements WireValue {
    MALE,
    FEMALE,
    NOT_SPECIFIED;
}

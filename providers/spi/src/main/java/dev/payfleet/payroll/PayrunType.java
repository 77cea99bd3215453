package dev.payfleet.payroll;

/// What kind of pay run it is.
public enum PayrunType implements WireValue {
    REGULAR,
    ONE_TIME,
    OFF_CYCLE,
    CORRECTION,
    REVERSAL;
}

package dev.payfleet.payroll;

/// What a time-off policy is for.
public enum PolicyType implements WireValue {
    BEREAVEMENT,
    HOLIDAY,
    JURY_DUTY,
    PERSONAL,
    SICK,
    VACATION,
    VOLUNTEER;
}

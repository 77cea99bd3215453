package dev.payfleet.payroll;

/// Whether time off is granted.
public enum TimeOffStatus implements WireValue {
    APPROVED,
    PENDING,
    REJECTED;
}

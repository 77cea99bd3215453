package dev.payfleet.payroll;

/// Whether a pay run has been paid.
public enum PayrunState implements WireValue {
    PAID,
    PENDING;
}

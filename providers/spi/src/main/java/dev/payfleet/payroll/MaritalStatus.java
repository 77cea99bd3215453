package dev.payfleet.payroll;

/// Marital status; [#OTHER] holds civil partners, the separated and the widowed.
public enum MaritalStatus implements WireValue {
    SINGLE,
    MARRIED,
    DIVORCED,
    NOT_SPECIFIED,
    OTHER;
}

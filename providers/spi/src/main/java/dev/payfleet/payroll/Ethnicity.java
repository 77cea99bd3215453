package dev.payfleet.payroll;

/// Ethnicity as a payroll provider records it.
public enum Ethnicity implements WireValue {
    ASIAN,
    BLACK,
    HISPANIC,
    MIXED,
    NOT_SPECIFIED,
    OTHER,
    WHITE;
}

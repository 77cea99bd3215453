package dev.payfleet.payroll;

/// The kind of employment.
public enum EmploymentType implements WireValue {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    OTHER;
}

package dev.payfleet.payroll;

/// Where a person stands with the employer.
public enum EmploymentStatus implements WireValue {
    ACTIVE,
    INACTIVE,
    PENDING,
    LEAVE;
}

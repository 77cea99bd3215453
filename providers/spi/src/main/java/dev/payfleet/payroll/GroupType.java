package dev.payfleet.payroll;

/// What kind of group it is.
public enum GroupType implements WireValue {
    DEPARTMENT,
    TEAM,
    COST_CENTRE,
    PAY_GROUP;
}

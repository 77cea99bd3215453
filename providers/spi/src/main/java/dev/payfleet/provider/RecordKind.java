package dev.payfleet.provider;

import dev.payfleet.payroll.WireValue;

/// The kinds of records that get an id of ours. The names are part of the ids: a renamed kind changes every id.
public enum RecordKind implements WireValue {
    COMPANY,
    EMPLOYEE,
    GROUP,
    LOCATION,
    PAYRUN,
    PAYSLIP,
    TIMESHEET,
    TIME_OFF_ENTRY,
    TIME_OFF_POLICY
}

package dev.payfleet.payroll;

/// One record of the normalized model, as the upstream API hands it on: what a provider's adapter maps its
/// pages to.
///
/// Values are a person's, so that no record prints them: `toString` tells the kind of record alone.
public sealed interface PayrollRecord
        permits Company,
                Employee,
                Group,
                Identity,
                Payrun,
                Payslip,
                Timesheet,
                TimeOffEntry,
                TimeOffBalance,
                Location {}

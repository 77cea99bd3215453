package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one employee has left under one time-off policy.
///
/// @param employeeId our id of the employee
/// @param employeeRemoteId the provider's id of the employee
/// @param balance what is left, in the unit of the policy
/// @param used what was taken, in the unit of the policy
/// @param policyId our id of the policy
/// @param policyRemoteId the provider's id of the policy
/// @param policyName name of the policy
/// @param policyType what the policy is for
/// @param remoteCreatedAt day the provider recorded it
/// @param remoteModifiedAt day the provider last changed it
public record TimeOffBalance(
        UUID employeeId,
        String employeeRemoteId,
        @Nullable BigDecimal balance,
        @Nullable BigDecimal used,
        @Nullable UUID policyId,
        @Nullable String policyRemoteId,
        @Nullable String policyName,
        @Nullable PolicyType policyType,
        @Nullable LocalDate remoteCreatedAt,
        @Nullable LocalDate remoteModifiedAt)
        implements PayrollRecord {

    public TimeOffBalance {
        Field.required(employeeId, "TimeOffBalance", "employeeId");
        Field.required(employeeRemoteId, "TimeOffBalance", "employeeRemoteId");
    }

    /// Sets the fields by name; what is not set is null.
    public static TimeOffBalanceBuilder builder() {
        return new TimeOffBalanceBuilder();
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "TimeOffBalance[<redacted>]";
    }
}

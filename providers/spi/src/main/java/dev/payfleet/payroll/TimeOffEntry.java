package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Time one employee has taken or asked for.
///
/// @param id our id of the entry
/// @param remoteId the provider's id
/// @param employeeId our id of the employee
/// @param employeeRemoteId the provider's id of the employee
/// @param startDate first day off
/// @param endDate last day off
/// @param amount how much, in [#unit], a multiple of 0.1
/// @param unit unit of the amount
/// @param status whether it is granted
/// @param employeeNote the employee's remark
/// @param policyId our id of the policy
/// @param policyRemoteId the provider's id of the policy
/// @param policyName name of the policy
/// @param policyType what the policy is for
/// @param remoteCreatedAt day the provider recorded it
/// @param remoteModifiedAt day the provider last changed it
public record TimeOffEntry(
        UUID id,
        String remoteId,
        UUID employeeId,
        String employeeRemoteId,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        BigDecimal amount,
        @Nullable TimeOffUnit unit,
        @Nullable TimeOffStatus status,
        @Nullable String employeeNote,
        @Nullable UUID policyId,
        @Nullable String policyRemoteId,
        @Nullable String policyName,
        @Nullable PolicyType policyType,
        @Nullable LocalDate remoteCreatedAt,
        @Nullable LocalDate remoteModifiedAt)
        implements PayrollRecord {

    public TimeOffEntry {
        Field.required(id, "TimeOffEntry", "id");
        Field.required(remoteId, "TimeOffEntry", "remoteId");
        Field.required(employeeId, "TimeOffEntry", "employeeId");
        Field.required(employeeRemoteId, "TimeOffEntry", "employeeRemoteId");
        Field.required(amount, "TimeOffEntry", "amount");
        Field.tenths(amount, "TimeOffEntry", "amount");
    }

    /// Sets the fields by name; what is not set is null.
    public static TimeOffEntryBuilder builder() {
        return new TimeOffEntryBuilder();
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "TimeOffEntry[<redacted>]";
    }
}

package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds a [TimeOffBalance] field by field; see there for what each means. Not for several threads.
public final class TimeOffBalanceBuilder {

    private @Nullable UUID employeeId;
    private @Nullable String employeeRemoteId;
    private @Nullable BigDecimal balance;
    private @Nullable BigDecimal used;
    private @Nullable UUID policyId;
    private @Nullable String policyRemoteId;
    private @Nullable String policyName;
    private @Nullable PolicyType policyType;
    private @Nullable LocalDate remoteCreatedAt;
    private @Nullable LocalDate remoteModifiedAt;

    TimeOffBalanceBuilder() {}

    public TimeOffBalanceBuilder employeeId(UUID employeeId) {
        this.employeeId = employeeId;
        return this;
    }

    public TimeOffBalanceBuilder employeeRemoteId(String employeeRemoteId) {
        this.employeeRemoteId = employeeRemoteId;
        return this;
    }

    public TimeOffBalanceBuilder balance(@Nullable BigDecimal balance) {
        this.balance = balance;
        return this;
    }

    public TimeOffBalanceBuilder used(@Nullable BigDecimal used) {
        this.used = used;
        return this;
    }

    public TimeOffBalanceBuilder policyId(@Nullable UUID policyId) {
        this.policyId = policyId;
        return this;
    }

    public TimeOffBalanceBuilder policyRemoteId(@Nullable String policyRemoteId) {
        this.policyRemoteId = policyRemoteId;
        return this;
    }

    public TimeOffBalanceBuilder policyName(@Nullable String policyName) {
        this.policyName = policyName;
        return this;
    }

    public TimeOffBalanceBuilder policyType(@Nullable PolicyType policyType) {
        this.policyType = policyType;
        return this;
    }

    public TimeOffBalanceBuilder remoteCreatedAt(@Nullable LocalDate remoteCreatedAt) {
        this.remoteCreatedAt = remoteCreatedAt;
        return this;
    }

    public TimeOffBalanceBuilder remoteModifiedAt(@Nullable LocalDate remoteModifiedAt) {
        this.remoteModifiedAt = remoteModifiedAt;
        return this;
    }

    /// Throws [IllegalArgumentException] where a field is missing that is never null, named in the message.
    public TimeOffBalance build() {
        return new TimeOffBalance(
                Field.required(employeeId, "TimeOffBalance", "employeeId"),
                Field.required(employeeRemoteId, "TimeOffBalance", "employeeRemoteId"),
                balance,
                used,
                policyId,
                policyRemoteId,
                policyName,
                policyType,
                remoteCreatedAt,
                remoteModifiedAt);
    }
}

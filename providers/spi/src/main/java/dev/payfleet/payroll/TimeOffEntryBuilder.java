package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds a [TimeOffEntry] field by field; see there for what each means. Not for several threads.
public final class TimeOffEntryBuilder {

    private @Nullable UUID id;
    private @Nullable String remoteId;
    private @Nullable UUID employeeId;
    private @Nullable String employeeRemoteId;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable BigDecimal amount;
    private @Nullable TimeOffUnit unit;
    private @Nullable TimeOffStatus status;
    private @Nullable String employeeNote;
    private @Nullable UUID policyId;
    private @Nullable String policyRemoteId;
    private @Nullable String policyName;
    private @Nullable PolicyType policyType;
    private @Nullable LocalDate remoteCreatedAt;
    private @Nullable LocalDate remoteModifiedAt;

    TimeOffEntryBuilder() {}

    public TimeOffEntryBuilder id(UUID id) {
        this.id = id;
        return this;
    }

    public TimeOffEntryBuilder remoteId(String remoteId) {
        this.remoteId = remoteId;
        return this;
    }

    public TimeOffEntryBuilder employeeId(UUID employeeId) {
        this.employeeId = employeeId;
        return this;
    }

    public TimeOffEntryBuilder employeeRemoteId(String employeeRemoteId) {
        this.employeeRemoteId = employeeRemoteId;
        return this;
    }

    public TimeOffEntryBuilder startDate(@Nullable LocalDate startDate) {
        this.startDate = startDate;
        return this;
    }

    public TimeOffEntryBuilder endDate(@Nullable LocalDate endDate) {
        this.endDate = endDate;
        return this;
    }

    public TimeOffEntryBuilder amount(BigDecimal amount) {
        this.amount = amount;
        return this;
    }

    public TimeOffEntryBuilder unit(@Nullable TimeOffUnit unit) {
        this.unit = unit;
        return this;
    }

    public TimeOffEntryBuilder status(@Nullable TimeOffStatus status) {
        this.status = status;
        return this;
    }

    public TimeOffEntryBuilder employeeNote(@Nullable String employeeNote) {
        this.employeeNote = employeeNote;
        return this;
    }

    public TimeOffEntryBuilder policyId(@Nullable UUID policyId) {
        this.policyId = policyId;
        return this;
    }

    public TimeOffEntryBuilder policyRemoteId(@Nullable String policyRemoteId) {
        this.policyRemoteId = policyRemoteId;
        return this;
    }

    public TimeOffEntryBuilder policyName(@Nullable String policyName) {
        this.policyName = policyName;
        return this;
    }

    public TimeOffEntryBuilder policyType(@Nullable PolicyType policyType) {
        this.policyType = policyType;
        return this;
    }

    public TimeOffEntryBuilder remoteCreatedAt(@Nullable LocalDate remoteCreatedAt) {
        this.remoteCreatedAt = remoteCreatedAt;
        return this;
    }

    public TimeOffEntryBuilder remoteModifiedAt(@Nullable LocalDate remoteModifiedAt) {
        this.remoteModifiedAt = remoteModifiedAt;
        return this;
    }

    /// Throws [IllegalArgumentException] where a field is missing that is never null, named in the message.
    public TimeOffEntry build() {
        return new TimeOffEntry(
                Field.required(id, "TimeOffEntry", "id"),
                Field.required(remoteId, "TimeOffEntry", "remoteId"),
                Field.required(employeeId, "TimeOffEntry", "employeeId"),
                Field.required(employeeRemoteId, "TimeOffEntry", "employeeRemoteId"),
                startDate,
                endDate,
                Field.required(amount, "TimeOffEntry", "amount"),
                unit,
                status,
                employeeNote,
                policyId,
                policyRemoteId,
                policyName,
                policyType,
                remoteCreatedAt,
                remoteModifiedAt);
    }
}

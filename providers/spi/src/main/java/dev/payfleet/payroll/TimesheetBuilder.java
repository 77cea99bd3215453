package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds a [Timesheet] field by field; see there for what each means. Not for several threads.
public final class TimesheetBuilder {

    private @Nullable UUID id;
    private @Nullable String remoteId;
    private @Nullable UUID employeeId;
    private @Nullable String employeeRemoteId;
    private @Nullable OffsetDateTime startTime;
    private @Nullable OffsetDateTime endTime;
    private @Nullable BigDecimal hoursWorked;
    private @Nullable LocalDate remoteCreatedAt;
    private @Nullable LocalDate remoteModifiedAt;

    TimesheetBuilder() {}

    public TimesheetBuilder id(UUID id) {
        this.id = id;
        return this;
    }

    public TimesheetBuilder remoteId(String remoteId) {
        this.remoteId = remoteId;
        return this;
    }

    public TimesheetBuilder employeeId(UUID employeeId) {
        this.employeeId = employeeId;
        return this;
    }

    public TimesheetBuilder employeeRemoteId(String employeeRemoteId) {
        this.employeeRemoteId = employeeRemoteId;
        return this;
    }

    public TimesheetBuilder startTime(@Nullable OffsetDateTime startTime) {
        this.startTime = startTime;
        return this;
    }

    public TimesheetBuilder endTime(@Nullable OffsetDateTime endTime) {
        this.endTime = endTime;
        return this;
    }

    public TimesheetBuilder hoursWorked(BigDecimal hoursWorked) {
        this.hoursWorked = hoursWorked;
        return this;
    }

    public TimesheetBuilder remoteCreatedAt(@Nullable LocalDate remoteCreatedAt) {
        this.remoteCreatedAt = remoteCreatedAt;
        return this;
    }

    public TimesheetBuilder remoteModifiedAt(@Nullable LocalDate remoteModifiedAt) {
        this.remoteModifiedAt = remoteModifiedAt;
        return this;
    }

    /// Throws [IllegalArgumentException] where a field is missing that is never null, named in the message.
    public Timesheet build() {
        return new Timesheet(
                Field.required(id, "Timesheet", "id"),
                Field.required(remoteId, "Timesheet", "remoteId"),
                Field.required(employeeId, "Timesheet", "employeeId"),
                Field.required(employeeRemoteId, "Timesheet", "employeeRemoteId"),
                startTime,
                endTime,
                Field.required(hoursWorked, "Timesheet", "hoursWorked"),
                remoteCreatedAt,
                remoteModifiedAt);
    }
}

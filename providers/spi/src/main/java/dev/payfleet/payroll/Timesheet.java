package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Time one employee has worked.
///
/// @param id our id of the timesheet
/// @param remoteId the provider's id
/// @param employeeId our id of the employee
/// @param employeeRemoteId the provider's id of the employee
/// @param startTime when work began
/// @param endTime when work ended
/// @param hoursWorked hours, a multiple of 0.1
/// @param remoteCreatedAt day the provider recorded it
/// @param remoteModifiedAt day the provider last changed it
public record Timesheet(
        UUID id,
        String remoteId,
        UUID employeeId,
        String employeeRemoteId,
        @Nullable OffsetDateTime startTime,
        @Nullable OffsetDateTime endTime,
        BigDecimal hoursWorked,
        @Nullable LocalDate remoteCreatedAt,
        @Nullable LocalDate remoteModifiedAt)
        implements PayrollRecord {

    public Timesheet {
        Field.required(id, "Timesheet", "id");
        Field.required(remoteId, "Timesheet", "remoteId");
        Field.required(employeeId, "Timesheet", "employeeId");
        Field.required(employeeRemoteId, "Timesheet", "employeeRemoteId");
        Field.required(hoursWorked, "Timesheet", "hoursWorked");
        Field.tenths(hoursWorked, "Timesheet", "hoursWorked");
    }

    /// Sets the fields by name; what is not set is null.
    public static TimesheetBuilder builder() {
        return new TimesheetBuilder();
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Timesheet[<redacted>]";
    }
}

package dev.payfleet.payroll;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One position an employee has held.
///
/// @param jobTitle title of the position
/// @param effectiveDate first day in the position
/// @param groupId our id of the group
/// @param groupRemoteId the provider's id of the group
/// @param groupName name of the group
/// @param managerId our id of the manager
/// @param managerRemoteId the provider's id of the manager
public record EmploymentHistory(
        @Nullable String jobTitle,
        @Nullable LocalDate effectiveDate,
        @Nullable UUID groupId,
        @Nullable String groupRemoteId,
        @Nullable String groupName,
        @Nullable UUID managerId,
        @Nullable String managerRemoteId) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "EmploymentHistory[<redacted>]";
    }
}

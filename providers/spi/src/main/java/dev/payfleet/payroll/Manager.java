package dev.payfleet.payroll;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom an employee reports to.
///
/// @param firstName first name
/// @param lastName last name
/// @param id our id of that employee, null where only a name is known
/// @param workEmail work e-mail address
/// @param remoteId the provider's id of that employee
public record Manager(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable UUID id,
        @Nullable String workEmail,
        @Nullable String remoteId) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Manager[<redacted>]";
    }
}

package dev.payfleet.payroll;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A department, team or other set of employees.
///
/// @param id our id of the group
/// @param remoteId the provider's id
/// @param name name shown to people
/// @param type what kind of group it is
public record Group(
        @Nullable UUID id,
        @Nullable String remoteId,
        @Nullable String name,
        @Nullable GroupType type) implements PayrollRecord {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Group[<redacted>]";
    }
}

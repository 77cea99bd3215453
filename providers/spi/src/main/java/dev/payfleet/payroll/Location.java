package dev.payfleet.payroll;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place where people work.
///
/// @param id our id of the location
/// @param remoteId the provider's id
/// @param name name shown to people
/// @param type kind of place in the words of the provider
/// @param address where it is
public record Location(
        @Nullable UUID id,
        @Nullable String remoteId,
        @Nullable String name,
        @Nullable String type,
        @Nullable Address address)
        implements PayrollRecord {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Location[<redacted>]";
    }
}

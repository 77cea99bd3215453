package dev.payfleet.payroll;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The employer whose payroll is read.
///
/// @param id our id of the company
/// @param remoteId the provider's id
/// @param legalName name in the register
/// @param displayName name shown to people
/// @param taxId the employer's tax reference
/// @param address registered address
public record Company(
        @Nullable UUID id,
        @Nullable String remoteId,
        @Nullable String legalName,
        @Nullable String displayName,
        @Nullable String taxId,
        @Nullable Address address)
        implements PayrollRecord {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Company[<redacted>]";
    }
}

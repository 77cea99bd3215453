package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// Whom to call for an employee.
///
/// @param firstName first name
/// @param lastName last name
/// @param relationship relationship in the words of the provider
/// @param mobilePhoneNumber phone number
/// @param primaryContact whether to call this one first
public record EmergencyContact(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String relationship,
        @Nullable String mobilePhoneNumber,
        @Nullable Boolean primaryContact) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "EmergencyContact[<redacted>]";
    }
}

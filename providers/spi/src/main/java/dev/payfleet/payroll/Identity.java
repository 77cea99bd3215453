package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// The person whose account is read.
///
/// @param name full name
/// @param email e-mail address of the account
/// @param phoneNumber phone number of the account
public record Identity(String name, String email, @Nullable String phoneNumber) implements PayrollRecord {

    public Identity {
        Field.required(name, "Identity", "name");
        Field.required(email, "Identity", "email");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Identity[<redacted>]";
    }
}

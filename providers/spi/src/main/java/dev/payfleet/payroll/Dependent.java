package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// A person who depends on an employee.
///
/// @param name full name
/// @param relationship relationship in the words of the provider
public record Dependent(@Nullable String name, @Nullable String relationship) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Dependent[<redacted>]";
    }
}

package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// A postal address as far as the provider tells it.
///
/// @param streetAddress street and house number, lines joined by a comma
/// @param locality town or city
/// @param administrativeArea state or province, for US and CA its two-letter abbreviation
/// @param country ISO 3166-1 alpha-2, one of [Countries#KNOWN]
/// @param postCode postal code as the provider writes it
public record Address(
        @Nullable String streetAddress,
        @Nullable String locality,
        @Nullable String administrativeArea,
        @Nullable String country,
        @Nullable String postCode) {

    public Address {
        Countries.check(country, "Address", "country");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Address[<redacted>]";
    }
}

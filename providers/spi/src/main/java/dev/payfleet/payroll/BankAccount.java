package dev.payfleet.payroll;

import org.jspecify.annotations.Nullable;

/// Where an employee is paid.
///
/// @param accountNumber account number as the provider shows it, often in part
/// @param bankName the bank's name
/// @param bic ISO 9362 code
/// @param holderName the account holder's name
/// @param iban ISO 13616 number
public record BankAccount(
        @Nullable String accountNumber,
        @Nullable String bankName,
        @Nullable String bic,
        @Nullable String holderName,
        @Nullable String iban) {

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "BankAccount[<redacted>]";
    }
}

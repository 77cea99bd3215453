package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pay page of an employee: where the pay goes, and at which rates.
///
/// @param account null for somebody who is paid by cheque
/// @param otherNumbers numbers of a Canadian account that the model has no field for
/// @param rates newest first, as the page has them
record EmployeePay(@Nullable BankAccount account, Map<String, String> otherNumbers, List<CompensationHistory> rates) {

    static EmployeePay read(SitePage page) {
        List<Fields> deposits = FernhillPages.cards(page, "ul#deposit");
        return new EmployeePay(
                deposits.isEmpty() ? null : account(deposits.getFirst()),
                deposits.isEmpty() ? Map.of() : otherNumbers(deposits.getFirst()),
                FernhillPages.cards(page, "ul#rates").stream()
                        .map(EmployeePay::rate)
                        .toList());
    }

    private static BankAccount account(Fields deposit) {
        return new BankAccount(
                deposit.get("Account number").orNull(),
                deposit.get("Institution").orNull(),
                null,
                deposit.get("Account holder").orNull(),
                null);
    }

    private static Map<String, String> otherNumbers(Fields deposit) {
        Map<String, String> numbers = new TreeMap<>();
        for (String label : List.of("Institution number", "Transit number")) {
            String number = deposit.get(label).orNull();
            if (number != null) {
                numbers.put(label, number);
            }
        }
        return numbers;
    }

    private static CompensationHistory rate(Fields card) {
        Long cents = card.get("Rate").readOrNull(FernhillPages.MONEY);
        return new CompensationHistory(
                cents == null ? null : BigDecimal.valueOf(cents, 2),
                FernhillWords.BASIS.read(card.get("Basis")),
                FernhillWords.SCHEDULE.read(card.get("Schedule")),
                FernhillWords.EMPLOYMENT.read(card.get("Employment")),
                cents == null ? null : Currency.CAD,
                card.get("Effective").readOrNull(FernhillPages.DATE),
                card.get("Reason").orNull());
    }
}

package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.reading.Dates;
import dev.payfleet.provider.reading.Money;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.NumberStyle;
import dev.payfleet.provider.reading.Quantity;
import dev.payfleet.provider.reading.SitePage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The language that a pay statement is written in, which is its employee's: labels, figures and days. The ids of
/// its parts are the same in both.
///
/// @param tag as `lang` has it
record StatementLanguage(
        String tag,
        Notation<Long> money,
        Notation<BigDecimal> quantity,
        Notation<LocalDate> date,
        Head head,
        Columns columns,
        Totals totals) {

    /// 1 234,56
    private static final NumberStyle FRENCH_NUMBERS = new NumberStyle(' ', ',');

    private static final List<StatementLanguage> ALL = List.of(
            new StatementLanguage(
                    "en-CA",
                    Money.AMERICAN,
                    Quantity.ENGLISH,
                    new Dates("MMMM d, uuuu", Locale.CANADA),
                    new Head("Statement", "Employee number", "Pay run", "From", "To", "Pay date", "Currency"),
                    new Columns("Description", "Hours", "Amount", "Paid by"),
                    new Totals("Gross pay", "Total deductions", "Total source deductions", "Net pay")),
            new StatementLanguage(
                    "fr-CA",
                    new Money("$", FRENCH_NUMBERS),
                    new Quantity(FRENCH_NUMBERS),
                    new Dates("d MMMM uuuu", Locale.CANADA_FRENCH),
                    new Head("Relevé", "Numéro d’employé", "Cycle de paie", "Du", "Au", "Date de paie", "Devise"),
                    new Columns("Désignation", "Heures", "Montant", "Payé par"),
                    new Totals("Salaire brut", "Total des retenues", "Total des retenues à la source", "Salaire net")));

    /// Labels of the head.
    record Head(String number, String employee, String payrun, String from, String to, String paid, String currency) {}

    /// Columns of the tables.
    record Columns(String description, String hours, String amount, String paidBy) {}

    /// Labels of the totals.
    record Totals(String gross, String deductions, String source, String net) {}

    /// The language that a statement says it is in.
    static StatementLanguage of(SitePage page) {
        String tag = page.element("article#statement").attr("lang");
        return ALL.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> page.changed("article#statement in English or French"));
    }
}

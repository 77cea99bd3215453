package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Address;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Dates;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.Money;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.Pages;
import dev.payfleet.provider.reading.Quantity;
import dev.payfleet.provider.reading.SitePage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// How Fernhill writes on its own pages, and how they are opened. Pay statements have a [StatementLanguage].
final class FernhillPages {

    static final Notation<Long> MONEY = Money.AMERICAN;
    static final Notation<BigDecimal> QUANTITY = Quantity.ENGLISH;
    static final Notation<LocalDate> DATE = new Dates("MMMM d, uuuu", Locale.CANADA);

    private static final Set<String> BLANKS = Set.of("Not provided", "–");

    /// Six or 40 records a page: 700 pages are a company of 4,000 people.
    private static final Pages LIST = new Pages("p.more a[rel=next]", 700, BLANKS);

    private FernhillPages() {}

    static SitePage open(Visit visit, String name, String path) {
        return new SitePage(name, visit.open(path), BLANKS);
    }

    static Pages list() {
        return LIST;
    }

    /// The records of a list that shows each as a card with fields.
    static List<Fields> cards(SitePage page, String list) {
        int count = page.element(list).select("> li").size();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> page.fields(list + " > li:nth-of-type(" + number + ") > dl"))
                .toList();
    }

    /// Provinces and states by their two letters, as the contract has them for Canada and the United States.
    static Address address(Fields fields) {
        String code = FernhillWords.PROVINCE.read(fields.get("Province"));
        return new Address(
                fields.get("Street").orNull(),
                fields.get("City").orNull(),
                code == null ? fields.get("Province").orNull() : code,
                FernhillWords.COUNTRY.read(fields.get("Country")),
                fields.get("Postal code").orNull());
    }

    /// The contract counts hours and days in tenths.
    static BigDecimal tenths(BigDecimal quantity) {
        return quantity.setScale(1, RoundingMode.HALF_UP);
    }
}

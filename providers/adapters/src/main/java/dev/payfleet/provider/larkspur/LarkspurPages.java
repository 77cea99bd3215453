package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Address;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.DateTimes;
import dev.payfleet.provider.reading.Dates;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.Money;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.Pages;
import dev.payfleet.provider.reading.Quantity;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/// How Larkspur writes, and how its pages are opened.
final class LarkspurPages {

    static final Notation<Long> MONEY = Money.BRITISH;
    static final Notation<BigDecimal> QUANTITY = Quantity.ENGLISH;
    static final Dates DATE = new Dates("dd/MM/uuuu", Locale.UK);
    static final Notation<OffsetDateTime> TIME =
            new DateTimes("dd/MM/uuuu HH:mm", Locale.UK, ZoneId.of("Europe/London"));

    private static final Set<String> BLANKS = Set.of("—");

    /// Ten or 25 rows a page: 400 pages are a company of 4,000 people.
    private static final Pages LIST = new Pages("nav.pager a[rel=next]", 400, BLANKS);

    private LarkspurPages() {}

    static SitePage open(Visit visit, String name, String path) {
        return new SitePage(name, visit.open(path), BLANKS);
    }

    static Pages list() {
        return LIST;
    }

    /// A path with the site's own filter for days.
    static String within(String path, ResourceQuery.Between range) {
        return path + "?from=" + encoded(range.start()) + "&to=" + encoded(range.end());
    }

    static Address address(Fields fields) {
        return new Address(
                fields.get("Street").orNull(),
                fields.get("Town").orNull(),
                fields.get("County").orNull(),
                LarkspurWords.COUNTRY.read(fields.get("Country")),
                fields.get("Postcode").orNull());
    }

    static Address address(Table.Row row) {
        return new Address(
                row.cell("Street").orNull(),
                row.cell("Town").orNull(),
                row.cell("County").orNull(),
                LarkspurWords.COUNTRY.read(row.cell("Country")),
                row.cell("Postcode").orNull());
    }

    /// The contract counts hours and days in tenths; a quarter of an hour becomes the nearest tenth.
    static BigDecimal tenths(BigDecimal quantity) {
        return quantity.setScale(1, RoundingMode.HALF_UP);
    }

    private static String encoded(LocalDate day) {
        return URLEncoder.encode(DATE.write(day), StandardCharsets.UTF_8);
    }
}

package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Address;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.Dates;
import dev.payfleet.provider.reading.Money;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.Quantity;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// How Rivermark writes, and how its pages are opened.
final class RivermarkPages {

    static final Notation<Long> MONEY = Money.GERMAN;
    static final Notation<BigDecimal> QUANTITY = Quantity.GERMAN;
    static final Dates DATE = new Dates("dd.MM.uuuu", Locale.GERMANY);

    /// What stands for nothing, in frames and on payslips.
    static final Set<String> BLANKS = Set.of("–");

    /// The foot of every frame, by which it tells that it came whole.
    private static final String FRAME_IS_WHOLE = "footer#inhalt-ende";

    private RivermarkPages() {}

    /// What stands in the frame of a section. A browser opens the page around it, as a person does, and waits for
    /// the frame; by HTTP the frame is asked for at its own address.
    ///
    /// @param name what failures call it
    /// @param section such as `mandant`, with its query where it has one
    static SitePage open(Visit visit, String name, String section) {
        return new SitePage(
                name,
                visit instanceof VisitByPage page
                        ? page.open("/portal/" + section, FRAME_IS_WHOLE)
                        : visit.open("/inhalt/" + section),
                BLANKS);
    }

    /// Of fields or cells named as on every page and in every file.
    static Address address(Function<String, Value> field) {
        return new Address(
                field.apply("Straße").orNull(),
                field.apply("Ort").orNull(),
                field.apply("Bundesland").orNull(),
                RivermarkWords.COUNTRY.read(field.apply("Land")),
                field.apply("PLZ").orNull());
    }

    /// The contract counts hours and days in tenths.
    static BigDecimal tenths(BigDecimal quantity) {
        return quantity.setScale(1, RoundingMode.HALF_UP);
    }
}

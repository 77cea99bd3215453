package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/// A list that shows one month at a time and has a picker of the months in which there is something. It opens with
/// the newest.
final class MonthList {

    private final Visit visit;
    private final String name;
    private final String path;
    private final SitePage newest;
    private final List<YearMonth> months;

    private MonthList(Visit visit, String name, String path, SitePage newest, List<YearMonth> months) {
        this.visit = visit;
        this.name = name;
        this.path = path;
        this.newest = newest;
        this.months = months;
    }

    /// Opens the list.
    ///
    /// @param name what failures call the page
    /// @param records CSS selector of what holds the records, which must be there even where there are none
    static MonthList open(Visit visit, String name, String path, String records) {
        SitePage newest = FernhillPages.open(visit, name, path);
        newest.element(records);
        List<YearMonth> months = newest.element("select#month").select("option").stream()
                .map(option -> month(newest, option))
                .toList();
        return new MonthList(visit, name, path, newest, months);
    }

    /// The pages of all months that have a day in the range.
    List<SitePage> within(LocalDate first, LocalDate last) {
        return months.stream()
                .filter(month -> !month.isBefore(YearMonth.from(first)) && !month.isAfter(YearMonth.from(last)))
                .map(this::page)
                .toList();
    }

    /// What a month holds first, newest month first; months before it are not opened.
    <T> Optional<T> find(Function<SitePage, Optional<T>> look) {
        return months.stream()
                .map(this::page)
                .flatMap(page -> look.apply(page).stream())
                .findFirst();
    }

    private SitePage page(YearMonth month) {
        return month.equals(months.getFirst()) ? newest : FernhillPages.open(visit, name, path + "?month=" + month);
    }

    private static YearMonth month(SitePage page, Element option) {
        try {
            return YearMonth.parse(option.attr("value"));
        } catch (DateTimeException e) {
            throw page.changed("months as yyyy-MM in select#month");
        }
    }
}

package dev.payfleet.provider.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.payroll.TimeOffUnit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeridianNotationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mar 8, 2026, 1:59 AM CST | 2026-03-08T01:59-06:00",
                "Mar 8, 2026, 3:00 AM CDT | 2026-03-08T03:00-05:00",
                "Nov 2, 2025, 1:30 AM CDT | 2025-11-02T01:30-05:00",
                "Nov 2, 2025, 1:30 AM CST | 2025-11-02T01:30-06:00",
                "Jul 14, 2026, 12:05 PM CDT | 2026-07-14T12:05-05:00"
            })
    void a_time_on_a_page_has_the_offset_that_it_says(String shown, OffsetDateTime moment) {
        assertThat(Dialect.PAGES.time().parse(shown)).isEqualTo(moment);
        assertThat(Dialect.PAGES.time().parse(shown.replace(" AM", "\u202fAM").replace(" PM", "\u202fPM")))
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jul 14, 2026, 12:05 PM CST",
                "Mar 8, 2026, 2:30 AM CST",
                "Mar 8, 2026, 7:00 AM EST",
                "Mar 8, 2026, 7:00 AM",
                "Feb 30, 2026, 7:00 AM CST",
                "7:00 AM CST",
                ""
            })
    void a_time_that_the_clocks_never_showed_is_none(String shown) {
        assertThat(Dialect.PAGES.time().parse(shown)).isNull();
    }

    @Test
    void a_moment_of_the_interface_is_told_in_the_companys_offset() {
        assertThat(Dialect.INTERFACE.time().parse("2026-03-09T02:15:00Z"))
                .isEqualTo(OffsetDateTime.parse("2026-03-08T21:15:00-05:00"));
        assertThat(Dialect.INTERFACE.dayOf().parse("2026-03-09T02:15:00Z")).isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(Dialect.INTERFACE.dayOf().parse("2026-03-09")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"465,7h 45m,7.8", "0,0h 00m,0.0", "3,0h 03m,0.1", "6003,100h 03m,100.1"})
    void minutes_become_the_nearest_tenth_of_an_hour(String minutes, String shown, String hours) {
        assertThat(Dialect.INTERFACE.worked().parse(minutes)).isEqualByComparingTo(hours);
        assertThat(Dialect.PAGES.worked().parse(shown)).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:45", "7h 60m", "7.75", "45m", "-1h 00m", ""})
    void other_ways_to_write_time_worked_are_none(String shown) {
        assertThat(Dialect.PAGES.worked().parse(shown)).isNull();
    }

    @Test
    void an_amount_of_time_off_and_its_unit_are_one_text_on_a_page() {
        assertThat(Dialect.PAGES.amount().parse("7.5 hours")).isEqualByComparingTo("7.5");
        assertThat(Dialect.PAGES.unit().parse("7.5 hours")).isEqualTo(TimeOffUnit.HOURS);
        assertThat(Dialect.PAGES.unit().parse("1 day")).isEqualTo(TimeOffUnit.DAYS);
        assertThat(Dialect.PAGES.amount().parse("7.5")).isNull();
        assertThat(Dialect.PAGES.amount().parse("two days")).isNull();
        assertThat(Dialect.PAGES.unit().parse("2 weeks")).isNull();
        assertThat(Dialect.INTERFACE.amount().parse("7.5")).isEqualByComparingTo("7.5");
        assertThat(Dialect.INTERFACE.unit().parse("days")).isEqualTo(TimeOffUnit.DAYS);
        assertThat(Dialect.INTERFACE.unit().parse("weeks")).isNull();
    }

    @Test
    void money_is_read_with_and_without_its_symbol_where_it_belongs() {
        assertThat(Dialect.PAGES.money().parse("-$1,234.56")).isEqualTo(-123_456);
        assertThat(Dialect.INTERFACE.money().parse("-1234.56")).isEqualTo(-123_456);
        assertThat(Dialect.INTERFACE.money().parse("1234.5")).isNull();
        assertThat(Dialect.INTERFACE.money().parse("$1234.56")).isNull();
    }
}

package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final Dates BRITISH = new Dates("dd/MM/uuuu", Locale.UK);
    private static final DateTimes LONDON = new DateTimes("dd/MM/uuuu HH:mm", Locale.UK, ZoneId.of("Europe/London"));

    @Test
    void reads_and_writes_days() {
        assertThat(BRITISH.parse("07/03/2026")).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(BRITISH.write(LocalDate.of(2026, 3, 7))).isEqualTo("07/03/2026");
        assertThat(new Dates("d MMM uuuu", Locale.UK).parse("7 Mar 2026")).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(new Dates("d. MMMM uuuu", Locale.GERMANY).parse("7. März 2026"))
                .isEqualTo(LocalDate.of(2026, 3, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/02/2026",
                "29/02/2025",
                "7/3/2026",
                "2026-03-07",
                "13/13/2026",
                "00/01/2026",
                "07/03/26",
                "07/03/2026 "
            })
    void takes_no_other_text_for_a_day(String text) {
        assertThat(BRITISH.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "07/03/2026 08:00 | 2026-03-07T08:00Z",
                "07/07/2026 08:00 | 2026-07-07T08:00+01:00",
                "25/10/2026 01:30 | 2026-10-25T01:30+01:00",
                "29/03/2026 01:30 | 2026-03-29T02:30+01:00",
            })
    void reads_wall_times_of_a_zone(String text, String time) {
        assertThat(LONDON.parse(text)).hasToString(time);
    }

    @Test
    void takes_no_other_text_for_a_time() {
        assertThat(LONDON.parse("07/03/2026 24:00")).isNull();
        assertThat(LONDON.parse("07/03/2026")).isNull();
    }
}

package dev.payfleet.worker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.012S, 12 ms",
        "PT0.999S, 999 ms",
        "PT1.3S, 1.3 s",
        "PT9.949S, 9.9 s",
        "PT9.96S, 10 s",
        "PT48S, 48 s",
        "PT59.6S, 1 min",
        "PT2M5S, 2 min 5 s",
        "PT3H12M, 3 h 12 min",
        "PT24H, 1 d",
        "PT103H, 4 d 7 h"
    })
    void tells_a_duration_in_its_two_largest_units(Duration duration, String words) {
        assertThat(InWords.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1258291, 1.2 MiB",
        "35651584, 34 MiB",
        "1048575, 1.0 MiB",
        "1099511627776, 1.0 TiB"
    })
    void tells_bytes_in_powers_of_two(long bytes, String words) {
        assertThat(InWords.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, no jobs", "1, 1 job", "2, 2 jobs"})
    void counts_things(long number, String words) {
        assertThat(InWords.count(number, "job", "jobs")).isEqualTo(words);
    }
}

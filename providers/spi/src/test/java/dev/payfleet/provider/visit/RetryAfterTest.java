package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "0                              | 0",
                " 120                           | 120",
                "Wed, 18 Mar 2026 09:02:00 GMT  | 120",
                "Wed, 18 Mar 2026 08:00:00 GMT  | 0",
                "Wed, 18 Mar 2099 08:00:00 GMT  | 86400",
                "999999999999999999             | 86400",
                "9999999999999999999999         | 60",
                "-5                             | 60",
                "soon                           | 60",
                "null                           | 60",
            })
    void reads_seconds_and_dates_and_bounds_both(String header, long seconds) {
        assertThat(RetryAfter.read(header, Instant.parse("2026-03-18T09:00:00Z")))
                .hasSeconds(seconds);
    }
}

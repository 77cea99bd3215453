package dev.payfleet.worker.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void takes_the_nearest_rank() {
        Percentiles hundred = new Percentiles(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());

        assertThat(hundred.at(50)).isEqualTo("50 ms");
        assertThat(hundred.at(95)).isEqualTo("95 ms");
    }

    @Test
    void takes_the_only_one_there_is() {
        assertThat(new Percentiles(List.of(Duration.ofMillis(1_234))).at(95)).isEqualTo("1.2 s");
    }

    @Test
    void shows_small_ones_with_a_decimal() {
        assertThat(new Percentiles(List.of(Duration.ofNanos(2_340_000))).at(50)).isEqualTo("2.3 ms");
    }

    @Test
    void shows_a_dash_for_none() {
        assertThat(new Percentiles(List.of()).at(50)).isEqualTo("–");
    }
}

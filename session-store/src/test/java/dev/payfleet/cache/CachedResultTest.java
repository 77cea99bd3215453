package dev.payfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CachedResultTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void itLivesLessThanFourteenDays() {
        living(Duration.ofDays(14).minusNanos(1));

        assertThatThrownBy(() -> living(Duration.ofDays(14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("less than 14 days");
    }

    @Test
    void itExpiresAfterItWasRetrieved() {
        assertThatThrownBy(() -> living(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> living(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void negativeRecordsAndABlankSourceAreRefused() {
        assertThatThrownBy(() -> new CachedResult(new byte[0], -1, false, NOW, NOW.plusSeconds(1), "http"))
                .hasMessageContaining("records");
        assertThatThrownBy(() -> new CachedResult(new byte[0], 0, false, NOW, NOW.plusSeconds(1), ""))
                .hasMessageContaining("source");
    }

    @Test
    void itsBodyIsCopiedInAndOut() {
        byte[] body = {1, 2};
        CachedResult result = new CachedResult(body, 1, false, NOW, NOW.plusSeconds(1), "http");

        body[0] = 9;
        result.body()[1] = 9;

        assertThat(result.body()).containsExactly(1, 2);
    }

    @Test
    void itIsComparedByValue() {
        assertThat(living(Duration.ofHours(1)))
                .isEqualTo(living(Duration.ofHours(1)))
                .hasSameHashCodeAs(living(Duration.ofHours(1)))
                .isNotEqualTo(living(Duration.ofHours(2)));
    }

    @Test
    void itsBodyIsNeverPrinted() {
        assertThat(living(Duration.ofHours(1)).toString())
                .contains("body=<redacted>")
                .doesNotContain("salary")
                .doesNotContain("115, 97");
    }

    private static CachedResult living(Duration life) {
        return new CachedResult("salary".getBytes(StandardCharsets.UTF_8), 1, false, NOW, NOW.plus(life), "http");
    }
}

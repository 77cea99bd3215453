package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneWearTest {
    private static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

    private final LaneWear wear =
            new LaneWear(new LaneBudget(2, Duration.ofHours(1), 1000, Duration.ofSeconds(5)), BORN);

    @Test
    void a_fresh_browser_is_not_used_up() {
        assertThat(wear.usedUp(BORN)).isEmpty();
        wear.visited();
        wear.measured(1000, BORN);
        assertThat(wear.usedUp(BORN.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void its_visits_use_it_up() {
        wear.visited();
        wear.visited();
        assertThat(wear.usedUp(BORN)).isPresent();
    }

    @Test
    void its_age_uses_it_up() {
        assertThat(wear.usedUp(BORN.plus(Duration.ofHours(1)).plusMillis(1))).isPresent();
    }

    @Test
    void its_memory_uses_it_up() {
        wear.measured(1001, BORN);
        assertThat(wear.usedUp(BORN)).isPresent();
    }

    @Test
    void memory_is_measured_after_the_first_visit_and_then_every_few_seconds() {
        assertThat(wear.wantsMeasurement(BORN)).isTrue();
        wear.measured(1, BORN);
        assertThat(wear.wantsMeasurement(BORN.plusSeconds(5))).isFalse();
        assertThat(wear.wantsMeasurement(BORN.plusSeconds(6))).isTrue();
    }

    @Test
    void a_budget_of_nothing_is_refused_by_its_name() {
        assertThatThrownBy(() -> new LaneBudget(0, Duration.ofHours(1), 1, Duration.ofSeconds(1)))
                .hasMessageContaining("visits per lane");
        assertThatThrownBy(() -> new LaneBudget(1, Duration.ZERO, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("age");
        assertThatThrownBy(() -> new LaneBudget(1, Duration.ofHours(1), 0, Duration.ofSeconds(1)))
                .hasMessageContaining("memory");
        assertThatThrownBy(() -> new LaneBudget(1, Duration.ofHours(1), 1, Duration.ZERO))
                .hasMessageContaining("stuckAfter");
    }

    @Test
    void failed_starts_are_repeated_ever_more_seldom_up_to_a_minute() {
        assertThat(StartBackoff.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(StartBackoff.after(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(StartBackoff.after(1000)).isEqualTo(Duration.ofSeconds(60));
    }
}

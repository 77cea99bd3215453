package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void needs_a_person_for_each_part() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoOptions(5, 100, 1, 1, LIMIT))
                .withMessageContaining("people: expected 6 to 200");
    }

    @Test
    void needs_jobs_for_everybody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoOptions(6, 23, 1, 1, LIMIT))
                .withMessageContaining("jobs: expected at least 4 for each");
    }
}

package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @RepeatedTest(20)
    void theFirstDelayIsHalfToOneAndAHalfOfTheMean() {
        assertThat(policy.delay(1, Duration.ZERO)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @RepeatedTest(20)
    void delaysDoubleUpToTheLongest() {
        assertThat(policy.delay(4, Duration.ZERO)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(24));
        assertThat(policy.delay(40, Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatTheProviderAskedForIsTheLeast() {
        assertThat(policy.delay(1, Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void anAttemptAtTheDeadlineIsTooLate() {
        Instant now = Instant.EPOCH;
        assertThat(RetryPolicy.inTime(now, Duration.ofSeconds(9), now.plusSeconds(10)))
                .isTrue();
        assertThat(RetryPolicy.inTime(now, Duration.ofSeconds(10), now.plusSeconds(10)))
                .isFalse();
    }

    @Test
    void delaysThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}

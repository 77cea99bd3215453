package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Secret STATE = Secret.of("{}");

    @Test
    void aSessionEndsAfterItBegan() {
        assertThatThrownBy(() -> new StoredSession(STATE, NOW, NOW, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expiresAt must be later than obtainedAt");
    }

    @Test
    void aTrustEndsAfterItBegan() {
        assertThatThrownBy(() -> new StoredTrust(STATE, NOW, NOW.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expiresAt must be later than trustedAt");
    }
}

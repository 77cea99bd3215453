package dev.payfleet.worker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When a session is due, by its provider, its end and its place.
class RefreshPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final RefreshPlan plan = new RefreshPlan(
            RefreshRules.USUAL,
            Map.of(
                    "half-hour", new ProviderPace(LIFE, 100),
                    "short", new ProviderPace(Duration.ofMinutes(8), 2)));

    @Test
    void everySessionIsDueAfterItsLastRenewalAndAMarginBeforeItsEndAtTheLatest() {
        for (int i = 0; i < 1000; i++) {
            SessionMark mark = mark("c-" + i, NOW.plus(LIFE));

            assertThat(plan.due(mark).orElseThrow()).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(LIFE.minus(MARGIN)));
        }
    }

    @Test
    void aShortSessionGivesAQuarterForTheMargin() {
        assertThat(plan.period("short")).isEqualTo(Duration.ofMinutes(6));
        assertThat(plan.period("half-hour")).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void sessionsThatBeganInTheSameInstantAreDueEvenly() {
        int connections = 25_000;
        int[] byMinute = new int[25];
        for (int i = 0; i < connections; i++) {
            Duration wait = Duration.between(
                    NOW, plan.due(mark("connection-" + i, NOW.plus(LIFE))).orElseThrow());
            byMinute[Math.toIntExact((wait.toMillis() - 1) / 60_000)]++;
        }

        assertThat(IntStream.of(byMinute).max().orElseThrow()).isLessThan(1200);
        assertThat(IntStream.of(byMinute).min().orElseThrow()).isGreaterThan(800);
    }

    @Test
    void aConnectionKeepsItsPlaceHoweverOftenItIsRenewed() {
        Instant first = plan.due(mark("c-1", NOW.plus(LIFE))).orElseThrow();

        Instant next = plan.due(mark("c-1", first.plus(LIFE))).orElseThrow();

        assertThat(next).isEqualTo(first.plus(plan.period("half-hour")));
    }

    @Test
    void aSessionThatWasReadMeanwhileWaitsForItsNextSlot() {
        Instant slot = plan.due(mark("c-1", NOW.plus(LIFE))).orElseThrow();

        assertThat(plan.due(mark("c-1", slot.plusSeconds(1).plus(LIFE)))).contains(slot.plus(plan.period("half-hour")));
        assertThat(plan.due(mark("c-1", slot.minusSeconds(1).plus(LIFE)))).contains(slot);
    }

    @Test
    void aPlanThatIsMadeAgainSaysTheSame() {
        RefreshPlan again = new RefreshPlan(RefreshRules.USUAL, Map.of("half-hour", new ProviderPace(LIFE, 100)));
        SessionMark mark = mark("c-1", NOW.plus(LIFE));

        assertThat(again.due(mark)).isEqualTo(plan.due(mark));
        // Written down, since a slot that moved with a version would be planned twice.
        assertThat(plan.due(mark)).contains(Instant.parse("2026-11-22T09:08:13.563Z"));
    }

    @Test
    void whoIsNotUsedAndWhoIsNotKnownIsNotRenewed() {
        SessionMark used = new SessionMark(
                key("c"), "half-hour", NOW, NOW.minus(Duration.ofDays(7)).plusSeconds(1));
        SessionMark unused = new SessionMark(key("c"), "half-hour", NOW, NOW.minus(Duration.ofDays(7)));
        SessionMark unknown = new SessionMark(key("c"), "gone", NOW, NOW);

        assertThat(plan.fate(used, NOW)).isEqualTo(RefreshPlan.Fate.RENEWED);
        assertThat(plan.fate(unused, NOW)).isEqualTo(RefreshPlan.Fate.UNUSED);
        assertThat(plan.fate(unknown, NOW)).isEqualTo(RefreshPlan.Fate.UNKNOWN_PROVIDER);
        assertThat(plan.due(unknown)).isEmpty();
    }

    @Test
    void theSameSlotIsTheSameJobAndAnotherIsNot() {
        Refresh refresh = new Refresh(key("c"), "half-hour", NOW, NOW.plus(LIFE));

        assertThat(refresh.jobId()).isEqualTo(new Refresh(key("c"), "half-hour", NOW, NOW.plusSeconds(1)).jobId());
        assertThat(refresh.jobId().version()).isEqualTo(5);
        assertThat(refresh.jobId())
                .isNotEqualTo(new Refresh(key("c"), "half-hour", NOW.plusMillis(1), NOW.plus(LIFE)).jobId())
                .isNotEqualTo(new Refresh(key("d"), "half-hour", NOW, NOW.plus(LIFE)).jobId());
    }

    private static SessionMark mark(String connection, Instant expiresAt) {
        return new SessionMark(key(connection), "half-hour", expiresAt, NOW);
    }

    private static ConnectionKey key(String connection) {
        return new ConnectionKey("acme", connection);
    }
}

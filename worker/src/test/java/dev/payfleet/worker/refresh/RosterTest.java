package dev.payfleet.worker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is sent when: no slot twice, living sessions first, and no faster than the share allows.
class RosterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final RefreshPlan plan = new RefreshPlan(RefreshRules.USUAL, Map.of("p", new ProviderPace(LIFE, 20)));
    private final Roster roster = new Roster(plan);

    @Test
    void aSlotThatWasSentIsNotDueAgainUntilTheSessionIsRenewed() {
        meet("c", NOW.plus(LIFE));
        Instant later = NOW.plus(LIFE).minusSeconds(1);
        Refresh refresh = due(later).getFirst();
        roster.sent(refresh);
        assertThat(due(later.plusSeconds(60))).isEmpty();
        meet("c", NOW.plus(LIFE));
        assertThat(due(later.plusSeconds(60))).isEmpty();

        meet("c", later.plus(LIFE));

        assertThat(due(later.plus(LIFE)))
                .singleElement()
                .satisfies(next -> assertThat(next.slot()).isAfter(refresh.slot()));
    }

    @Test
    void whatWasNotSentAfterAllIsDueAgain() {
        meet("c", NOW.plus(LIFE));

        assertThat(due(NOW.plus(LIFE))).hasSize(1);
        assertThat(due(NOW.plus(LIFE).plusSeconds(10))).hasSize(1);
    }

    @Test
    void nothingIsDueBeforeItsSlot() {
        SessionMark mark = meet("c", NOW.plus(LIFE));
        Instant slot = plan.due(mark).orElseThrow();

        assertThat(due(slot.minusMillis(1))).isEmpty();
        assertThat(due(slot)).hasSize(1);
    }

    @Test
    void aBacklogIsWorkedOffAtTheShareAndTheLivingComeFirst() {
        for (int i = 0; i < 300; i++) {
            meet("dead-" + i, NOW.minusSeconds(1));
            meet("alive-" + i, NOW.plusSeconds(1 + i % 7));
        }

        List<Refresh> first = due(NOW);
        // Half of twenty a second, and ten seconds' worth at once.
        assertThat(first).hasSize(100).allMatch(refresh -> refresh.expiresAt().isAfter(NOW));
        assertThat(first).isSortedAccordingTo((a, b) -> a.expiresAt().compareTo(b.expiresAt()));
        first.forEach(roster::sent);
        assertThat(due(NOW.plusMillis(500))).hasSize(5);
    }

    @Test
    void aSessionThatEndedCostsTenTimesAsMuch() {
        for (int i = 0; i < 300; i++) {
            meet("dead-" + i, NOW.minusSeconds(1));
        }

        List<Refresh> first = due(NOW);
        assertThat(first).hasSize(10);
        first.forEach(roster::sent);
        assertThat(due(NOW.plusSeconds(5))).hasSize(5);
    }

    @Test
    void whoWasNotMetAnyMoreIsForgotten() {
        meet("stays", NOW.plus(LIFE));
        meet("left", NOW.plus(LIFE));
        roster.passed();
        meet("stays", NOW.plus(LIFE));
        roster.passed();

        assertThat(roster.size()).isEqualTo(1);
        assertThat(due(NOW.plus(LIFE)))
                .extracting(refresh -> refresh.key().connectionId())
                .containsExactly("stays");
    }

    @Test
    void whoIsNoLongerUsedIsForgottenWithTheNextPass() {
        meet("c", NOW.plus(LIFE));
        roster.passed();

        roster.met(new SessionMark(key("c"), "p", NOW.plus(LIFE), NOW.minus(Duration.ofDays(8))), NOW);
        roster.passed();

        assertThat(due(NOW.plus(LIFE))).isEmpty();
    }

    private SessionMark meet(String connection, Instant expiresAt) {
        SessionMark mark = new SessionMark(key(connection), "p", expiresAt, NOW);
        roster.met(mark, NOW);
        return mark;
    }

    private List<Refresh> due(Instant now) {
        return roster.due(now);
    }

    private static ConnectionKey key(String connection) {
        return new ConnectionKey("acme", connection);
    }
}

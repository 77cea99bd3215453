package dev.payfleet.worker.refresh;

import dev.payfleet.session.CensusPage;
import dev.payfleet.session.SessionCensus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Goes through the census again and again, a piece at each turn, so that no turn reads much and a store that counts
/// what is read is asked evenly. For one thread.
final class Survey {
    private static final int PAGE = 1000;
    /// So that the first pass, of a size nobody knows yet, takes minutes and not hours.
    private static final int LEAST_PAGES = 5;

    private final SessionCensus census;
    private final Duration every;
    private final Duration turn;
    private Optional<String> next = Optional.empty();
    private boolean under;
    private Instant nextAt = Instant.MIN;
    private int pages;
    private int pagesOfLast;

    /// @param every how often all is gone through
    /// @param turn how often [#advance] is called
    Survey(SessionCensus census, Duration every, Duration turn) {
        this.census = census;
        this.every = every;
        this.turn = turn;
    }

    void advance(Roster roster, Instant now) {
        if (!under) {
            if (now.isBefore(nextAt)) {
                return;
            }
            begin(now);
        }
        for (int i = 0; under && i < quota(); i++) {
            CensusPage page = census.page(next, PAGE);
            page.marks().forEach(mark -> roster.met(mark, now));
            pages++;
            next = page.next();
            if (next.isEmpty()) {
                end(roster);
            }
        }
    }

    /// Begins anew at the next turn.
    void reset() {
        under = false;
        nextAt = Instant.MIN;
    }

    private void begin(Instant now) {
        under = true;
        nextAt = now.plus(every);
        next = Optional.empty();
        pages = 0;
    }

    private void end(Roster roster) {
        roster.passed();
        under = false;
        pagesOfLast = pages;
    }

    private int quota() {
        long turns = Math.max(1, every.dividedBy(turn));
        return Math.max(LEAST_PAGES, Math.toIntExact((pagesOfLast + turns - 1) / turns));
    }
}

package dev.payfleet.worker.cli;

import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the fleet answered since someone began to look: the last few answers, and how many a minute. For one
/// thread.
final class AnswerTally {
    private static final int PAGE = 500;
    private static final int LAST = 6;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /// Of the first few seconds no rate can be told.
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private final OutcomeLog log;
    private final Instant since;
    private final Deque<Instant> lately = new ArrayDeque<>();
    private final Deque<Answer> last = new ArrayDeque<>();
    private OutcomeCursor cursor = OutcomeCursor.START;
    private long all;

    /// @param since answers from before are left out
    AnswerTally(OutcomeLog log, Instant since) {
        this.log = log;
        this.since = since;
    }

    /// An answer, and when it was told.
    record Answer(Instant at, OutcomeView outcome) {}

    /// Reads what came since the last time.
    void update() throws InterruptedException {
        OutcomePage page;
        do {
            page = log.since(cursor, PAGE, Duration.ZERO);
            page.events().forEach(this::count);
            cursor = page.next();
        } while (!page.events().isEmpty());
    }

    private void count(LoggedOutcome event) {
        if (!event.terminal() || event.publishedAt().isBefore(since)) {
            return;
        }
        all++;
        lately.addLast(event.publishedAt());
        last.addFirst(new Answer(event.publishedAt(), OutcomeView.of(event.event())));
        if (last.size() > LAST) {
            last.removeLast();
        }
    }

    /// How many answers there were.
    long all() {
        return all;
    }

    /// The latest first.
    List<Answer> last() {
        return List.copyOf(last);
    }

    /// How many a minute, by those of the last minute.
    long perMinute(Instant now) {
        Instant begin = now.minus(WINDOW);
        while (!lately.isEmpty() && lately.peekFirst().isBefore(begin)) {
            lately.removeFirst();
        }
        Duration looked = Duration.between(since, now);
        Duration span = looked.compareTo(WINDOW) > 0 ? WINDOW : looked.compareTo(SHORTEST) < 0 ? SHORTEST : looked;
        return Math.round(lately.size() * (double) WINDOW.toMillis() / span.toMillis());
    }
}

package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows people how a worker gets on: a picture that is redrawn on a terminal, a line now and then elsewhere. It
/// looks from a thread of its own, so that no job waits for it.
final class WorkProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkProgress.class);
    private static final Duration REDRAW = Duration.ofMillis(500);
    private static final Duration LINE = Duration.ofSeconds(10);
    private static final long CLOSE_MILLIS = 2_000;

    private final CommandContext context;
    private final Fleet fleet;
    private final int lanes;
    private final Drain drain;
    private final Instant since;
    private final AnswerTally answers;
    private final Live live;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("progress").unstarted(this::watch);

    WorkProgress(CommandContext context, Fleet fleet, int lanes, Drain drain) {
        this.context = context;
        this.fleet = fleet;
        this.lanes = lanes;
        this.drain = drain;
        this.since = context.clock().instant();
        this.answers = new AnswerTally(fleet.outcomes(), since);
        this.live = context.out().live();
    }

    /// Begins to show.
    void start() {
        thread.start();
    }

    private void watch() {
        Duration pause = live.shows() ? REDRAW : LINE;
        try {
            do {
                look();
            } while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            answers.update();
            show(fleet.desk().depths());
        } catch (RuntimeException e) {
            // Not to see how it gets on is no reason to stop working.
            LOG.atWarn().setCause(e).log("the progress could not be read");
        }
    }

    private void show(QueueDepths depths) {
        Instant now = context.clock().instant();
        if (live.shows()) {
            live.show(new WorkPicture(context.out().look()).lines(state(now), depths, answers, now));
        } else {
            live.above("%s; ready %d, in flight %d, delayed %d, dead %d; answered %d, %d a minute"
                    .formatted(
                            state(now),
                            depths.ready(),
                            depths.inFlight(),
                            depths.delayed(),
                            depths.dead(),
                            answers.all(),
                            answers.perMinute(now)));
        }
    }

    private String state(Instant now) {
        String ran = InWords.duration(Duration.between(since, now));
        if (over.getCount() == 0) {
            return "Ended after " + ran;
        }
        return drain.draining()
                ? "Ending: waiting for the jobs in flight; a second signal ends at once"
                : "Working: " + InWords.count(lanes, "lane", "lanes") + ", up " + ran + "; Ctrl-C ends it";
    }

    /// Shows a last time and stops.
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        live.close();
    }
}

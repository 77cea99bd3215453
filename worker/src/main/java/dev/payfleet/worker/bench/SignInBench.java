package dev.payfleet.worker.bench;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a sign-in and read costs through queue, ledger, seal, lane and relay, beside the same steps
/// straight in Playwright: the same site, proxy and browser, in turns. The site answers at once, so
/// that nothing is hidden behind its latency.
final class SignInBench {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 15;
    private static final double GOAL = 1.1;

    private final Stage stage;
    private final Errands errands;
    private final List<LarkspurPerson> people;

    SignInBench(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage.fleet());
        this.people = stage.people();
    }

    void run(Screen screen) throws InterruptedException {
        List<Duration> ours = new ArrayList<>();
        List<Duration> straight = new ArrayList<>();
        try (RunningWorker _ = RunningWorker.start(stage.fleet().worker());
                StraightPlaywright rival = StraightPlaywright.launch(stage)) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                Duration first = ours(round);
                Duration second = rival.signInAndRead(people.get(people.size() - 1 - round));
                if (round >= WARM_UP) {
                    ours.add(first);
                    straight.add(second);
                }
            }
        }
        print(screen, Medians.of(ours), Medians.of(straight));
    }

    private Duration ours(int round) throws InterruptedException {
        ConnectionKey key = errands.connect(people.get(round), "sign-in-" + round);
        return errands.run(new Jobs(Instant.now()).connect(key), "succeeded");
    }

    private static void print(Screen screen, Duration ours, Duration straight) {
        screen.line("");
        screen.table(Table.of(Column.wrapping("Sign in and read who it is"), Column.right("ms"), Column.left("ratio"))
                .row(Text.plain("straight in Playwright"), Text.plain(Percentiles.shown(straight)), Text.plain("1"))
                .row(
                        Text.plain("a job, from sending it to hearing the answer"),
                        Text.plain(Percentiles.shown(ours)),
                        Goal.atMost(Medians.ratio(ours, straight), GOAL)));
    }

    /// A worker that runs in this process, on a thread of its own.
    private record RunningWorker(Worker worker, Thread thread) implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        static RunningWorker start(Worker worker) {
            return new RunningWorker(worker, Thread.ofPlatform().name("worker").start(() -> run(worker)));
        }

        private static void run(Worker worker) {
            try {
                worker.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            worker.stop();
            try {
                if (!thread.join(PATIENCE)) {
                    throw new StageException("the worker did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                worker.close();
            }
        }
    }
}

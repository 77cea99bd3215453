package dev.payfleet.worker.bench;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.JobLog;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How soon a worker is at work: from starting its process to taking a job that waits for it.
final class StartBench {
    private static final int STARTS = 5;
    private static final double GOAL_SECONDS = 2;

    private final Stage stage;
    private final Errands errands;

    StartBench(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage.fleet());
    }

    void run(Screen screen) throws InterruptedException {
        List<Duration> taken = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            taken.add(start(start));
        }
        Duration median = Medians.of(taken);
        screen.line("");
        screen.table(
                Table.of(Column.wrapping("Start of a worker process"), Column.right("took"), Column.left("seconds"))
                        .row(
                                Text.plain("to its first job, %d starts".formatted(STARTS)),
                                Text.plain(Percentiles.shown(median)),
                                Goal.atMost(median.toMillis() / 1000.0, GOAL_SECONDS)));
    }

    /// Nobody gave the connection, so the job needs no browser; those start at the same time all the same.
    private Duration start(int number) throws InterruptedException {
        FetchJob job = new Jobs(Instant.now()).connect(Errands.key("nobody-" + number));
        errands.send(job);
        Instant begin = Instant.now();
        WorkerProcess worker = stage.startWorker();
        errands.await(job.jobId(), "reauthentication_required");
        worker.stop();
        return JobLog.read(List.of(worker.log()))
                .firstTaken()
                .map(taken -> Duration.between(begin, taken))
                .orElseThrow(() -> new StageException("the log of the worker names no job"));
    }
}

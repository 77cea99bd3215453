package dev.payfleet.worker.bench;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.stage.OnExit;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.stage.StageHome;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// Runs benchmarks, one after the other, each on a stage of its own. The figures are of this machine at this
/// moment; the ratios are what can be compared.
public final class Bench {
    private static final long SEED = 11;
    private static final int PEOPLE = 40;
    private static final int JOBS = 3_000;

    private final Path home;
    private final FleetOpener opener;
    private final Screen screen;

    /// @param home the home below which the benchmarks make fresh ones
    /// @param opener opens the engine
    /// @param screen where the figures are shown
    public Bench(Path home, FleetOpener opener, Screen screen) {
        this.home = home;
        this.opener = opener;
        this.screen = screen;
    }

    /// Measures.
    ///
    /// @throws StageException when something could not be started, or a job was not answered as
    /// expected
    public void run(Set<Measure> measures) throws InterruptedException {
        screen.line(
                Style.FAINT,
                "  %d cores, Java %s; medians throughout"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()));
        for (Measure measure : measures) {
            run(measure);
        }
    }

    private void run(Measure measure) throws InterruptedException {
        switch (measure) {
            case SIGN_IN -> onStage(Duration.ZERO, stage -> new SignInBench(stage).run(screen));
            case TIERS -> onStage(Duration.ofMillis(30), stage -> new TierBench(stage).run(screen));
            case START -> onStage(Duration.ZERO, stage -> new StartBench(stage).run(screen));
            case MEMORY -> onStage(Duration.ZERO, stage -> new MemoryBench(stage).run(screen));
            case QUEUE -> queue();
            case STORES -> stores();
            case PROVIDERS -> new ProviderBench(home, ProviderBench.Turns.USUAL).run(screen);
        }
    }

    private void onStage(Duration latency, OnStage work) throws InterruptedException {
        SiteOptions site = SiteOptions.of(LarkspurPeople.of(SEED, PEOPLE)).withLatency(latency, Duration.ZERO);
        try (Stage stage = Stage.set(StageHome.prepare(home, "bench"), site, 1, opener);
                OnExit _ = OnExit.run(stage::close)) {
            work.on(stage);
        }
    }

    private void queue() throws InterruptedException {
        try (StageHome folder = StageHome.prepare(home, "bench")) {
            new QueueTable(new QueueBenchmark(folder.root(), QueueTable.OPERATIONS).run()).print(screen);
        } catch (ExecutionException e) {
            throw new StageException("the queue benchmark failed", e);
        }
    }

    private void stores() throws InterruptedException {
        try (StageHome folder = StageHome.prepare(home, "bench")) {
            new StoreBench(folder.root(), JOBS).run(screen);
        }
    }

    @FunctionalInterface
    private interface OnStage {
        void on(Stage stage) throws InterruptedException;
    }
}

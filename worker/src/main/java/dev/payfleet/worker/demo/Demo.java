package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.OnExit;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.stage.StageHome;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A whole fetch from end to end, in front of the audience: real sign-ins in a real browser, through a real proxy,
/// of made-up people at a simulated provider, and then the proof that every promise was kept.
public final class Demo {
    /// A provider across the country answers about this fast.
    private static final Duration LATENCY = Duration.ofMillis(25);

    private static final Duration JITTER = Duration.ofMillis(15);

    private final DemoOptions options;
    private final Path home;
    private final FleetOpener opener;
    private final Screen screen;

    /// @param home the home below which the demo makes a fresh one of its own
    /// @param opener opens the engine in that home
    /// @param screen where it is shown
    public Demo(DemoOptions options, Path home, FleetOpener opener, Screen screen) {
        this.options = options;
        this.home = home;
        this.opener = opener;
        this.screen = screen;
    }

    /// Runs the demo.
    ///
    /// @return whether every promise was kept
    /// @throws StageException when it cannot be run
    /// @throws InterruptedException when the calling thread is interrupted; what was started is ended
    public boolean run() throws InterruptedException {
        Cast cast = new Cast(LarkspurPeople.of(options.seed(), options.people()));
        SiteOptions site = SiteOptions.of(cast.people()).withLatency(LATENCY, JITTER);
        try (Stage stage = Stage.set(StageHome.prepare(home, "demo"), site, options.lanes(), opener);
                OnExit _ = OnExit.run(stage::close)) {
            return play(stage, cast);
        }
    }

    private boolean play(Stage stage, Cast cast) throws InterruptedException {
        Farewell farewell =
                new Farewell(stage.home(), new SealedBlobs(stage.home().root().resolve("payfleet.db")));
        Instant now = Instant.now();
        Script script = new Script(new Jobs(now), new Questions(cast.people().today()), stage.site(), farewell);
        Director director = new Director(stage, cast, script.write(cast, options.jobs()));
        stage.startWorker();
        introduce(stage, director.planned());
        director.connectEverybody(now);
        boolean ended = play(stage, director);
        boolean stopped = stage.worker().stop();
        return new Conclusion(screen, stage, director, farewell).draw(ended, stopped);
    }

    private boolean play(Stage stage, Director director) throws InterruptedException {
        try (Display display = new Display(screen, new LiveTable(stage, director.planned(), options.lanes()));
                OnExit _ = OnExit.run(display::close)) {
            return director.play(display, options.limit());
        }
    }

    private void introduce(Stage stage, int jobs) {
        screen.line("");
        screen.line(
                Style.STRONG,
                "  Payfleet demo: %d people, %d jobs, one worker with %d browsers"
                        .formatted(options.people(), jobs, options.lanes()));
        screen.line("");
        introduce("provider", "Larkspur Payroll, simulated, " + stage.site().origin());
        introduce(
                "proxy",
                "asks for name and password, 127.0.0.1:" + stage.proxy().port());
        introduce("stores", stage.home().root() + ", sealed");
        introduce("worker", "process " + stage.worker().pid());
        introduce(
                "sandbox",
                stage.sandboxed() ? "Chromium's own, on" : "off: root has none, or PAYFLEET_SANDBOX says so");
        screen.line("");
    }

    private void introduce(String what, String how) {
        screen.line("  " + screen.look().paint(Style.FAINT, "%-10s".formatted(what)) + how);
    }
}

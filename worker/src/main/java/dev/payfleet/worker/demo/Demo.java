package dev.payfleet.worker.demo;

import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A whole fetch from end to end, in front of the audience: real sign-ins in a real browser, through a real proxy, of
/// made-up people at a simulated provider, and then the proof that every promise was kept.
public final class Demo {
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
    /// @throws DemoException when it cannot be run
    /// @throws InterruptedException when the calling thread is interrupted; everything that was started is ended
    public boolean run() throws InterruptedException {
        try (DemoStage stage = DemoStage.set(options, home, opener)) {
            Thread breakOff = Thread.ofPlatform().unstarted(stage::close);
            Runtime.getRuntime().addShutdownHook(breakOff);
            try {
                return play(stage);
            } finally {
                forget(breakOff);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running: it does what we would do.
        }
    }

    private boolean play(DemoStage stage) throws InterruptedException {
        Farewell farewell =
                new Farewell(stage.home(), new SealedBlobs(stage.home().root().resolve("payfleet.db")));
        Instant now = Instant.now();
        Script script =
                new Script(new Jobs(now), new Questions(stage.cast().people().today()), stage.site(), farewell);
        Director director = new Director(stage, script.write(stage.cast(), options.jobs()));
        stage.startWorker();
        introduce(stage, director.planned());
        boolean ended;
        try (Display display = new Display(screen, new LiveTable(stage, director.planned()))) {
            director.connectEverybody(now);
            ended = director.play(display, options.limit());
        }
        boolean stopped = stage.workers().getLast().stop();
        return conclude(stage, director, farewell, ended, stopped);
    }

    private void introduce(DemoStage stage, int jobs) {
        screen.line("");
        screen.line(
                Style.STRONG,
                "  Payfleet demo: %d people, %d jobs, one worker with %d browsers"
                        .formatted(options.people(), jobs, options.lanes()));
        screen.line(
                Style.FAINT,
                "  provider  Larkspur Payroll, simulated, %s"
                        .formatted(stage.site().origin()));
        screen.line(
                Style.FAINT,
                "  proxy     asks for name and password, %s:%d"
                        .formatted(stage.proxy().host(), stage.proxy().port()));
        screen.line(Style.FAINT, "  stores    %s".formatted(stage.home().root()));
        screen.line(
                Style.FAINT,
                "  worker    process %d".formatted(stage.workers().getLast().pid()));
    }

    private boolean conclude(DemoStage stage, Director director, Farewell farewell, boolean ended, boolean stopped)
            throws InterruptedException {
        Tape tape = director.tape();
        TruthAct truth = new TruthAct(stage, tape, new Truth(stage.cast()));
        PageChangedAct changed = new PageChangedAct(stage, tape);
        List<Finding> findings = List.of(
                inTime(tape, ended, stopped),
                new WrongPasswordAct(stage, tape).check(),
                changed.check(),
                new SessionEndedAct(stage, tape).check(),
                new DepartureAct(stage, tape, farewell).check(),
                new KillAct(stage, tape, director.kill()).check(),
                truth.check(),
                new SecretsAct(stage, tape).check(),
                new LockOutAct(stage).check());
        JobLog log =
                JobLog.read(stage.workers().stream().map(WorkerProcess::log).toList());
        new Summary(screen, stage, tape, log).print(truth);
        return new Verdict(screen).print(findings, changed.picture());
    }

    private Finding inTime(Tape tape, boolean ended, boolean stopped) {
        String proof = ended && stopped
                ? "%d of %d".formatted(tape.answered(), tape.jobs().count())
                : ended
                        ? "the worker did not end in time when it was told to"
                        : "%d jobs without an answer after %s s"
                                .formatted(
                                        tape.outstanding().size(),
                                        options.limit().toSeconds());
        return new Finding(ended && stopped, "Every job got its answer", proof);
    }
}

package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.JobLog;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.terminal.Screen;
import java.util.ArrayList;
import java.util.List;

/// What the play has shown: the figures, and whether each promise was kept.
final class Conclusion {
    private final Screen screen;
    private final Stage stage;
    private final Director director;
    private final Farewell farewell;

    Conclusion(Screen screen, Stage stage, Director director, Farewell farewell) {
        this.screen = screen;
        this.stage = stage;
        this.director = director;
        this.farewell = farewell;
    }

    /// @param ended whether every job had its answer in time
    /// @param stopped whether the worker ended when it was told to
    /// @return whether every promise was kept
    boolean draw(boolean ended, boolean stopped) throws InterruptedException {
        Tape tape = director.tape();
        TruthAct truth = new TruthAct(stage, tape, new Truth(tape.cast()));
        PageChangedAct changed = new PageChangedAct(stage, tape);
        List<Act> acts = List.of(
                () -> answered(tape, ended, stopped),
                new WrongPasswordAct(stage, tape),
                changed,
                new SessionEndedAct(stage, tape),
                new DepartureAct(stage, tape, farewell),
                new KillAct(stage, tape, director.kill()),
                truth,
                new SecretsAct(stage, tape),
                new LockOutAct(stage, tape));
        List<Finding> findings = new ArrayList<>();
        for (Act act : acts) {
            findings.add(act.check());
        }
        JobLog log =
                JobLog.read(stage.workers().stream().map(WorkerProcess::log).toList());
        new Summary(screen, stage, tape, log).print(truth);
        return new Verdict(screen).print(findings, changed.picture());
    }

    private static Finding answered(Tape tape, boolean ended, boolean stopped) {
        String promise = "Every job gets its answer";
        if (!ended) {
            String proof = "%d jobs had none when time was up"
                    .formatted(tape.outstanding().size());
            return new Finding(false, promise, proof);
        }
        String proof = "%d of %d".formatted(tape.answered(), tape.jobs().count());
        return new Finding(stopped, promise, stopped ? proof : proof + ", and the worker did not end when told to");
    }
}

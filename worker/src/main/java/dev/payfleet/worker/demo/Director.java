package dev.payfleet.worker.demo;

import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.wire.JobWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Runs the play: sends jobs, hears answers, kills the worker when it is due, until every job has its last word.
/// Confined to one thread.
final class Director {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int MANY = 500;

    private final Stage stage;
    private final Tape tape;
    private final Kill kill;
    private final JobWriter writer = new JobWriter();
    private final List<Part> parts;
    private OutcomeCursor cursor = OutcomeCursor.START;

    /// @param scenes those of each player
    Director(Stage stage, Cast cast, Map<Player, List<Scene>> scenes) {
        this.stage = stage;
        this.tape = new Tape(cast);
        this.kill = new Kill(stage);
        this.parts = scenes.entrySet().stream()
                .map(each -> new Part(each.getKey().role() != Role.ORDINARY, each.getValue(), this::send))
                .toList();
    }

    Tape tape() {
        return tape;
    }

    Kill kill() {
        return kill;
    }

    /// How many jobs there will have been.
    int planned() {
        return parts.stream().mapToInt(Part::jobs).sum();
    }

    /// Everybody gives their credentials. The jobs follow with the first scenes.
    void connectEverybody(Instant now) {
        for (Player player : tape.cast().players()) {
            try (Credential credential =
                    new Credential(Secret.of(player.person().userName()), Secret.of(player.givenPassword()))) {
                stage.fleet().connections().connect(player.key(), Stage.PROVIDER, credential, now);
            }
        }
    }

    /// Plays to the end.
    ///
    /// @param display shown how far it is, a few times a second
    /// @param limit after which it gives up
    /// @return whether every job has its answer
    /// @throws StageException when the worker dies of itself
    boolean play(Display display, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!ended() && System.nanoTime() < end) {
            parts.forEach(part -> part.advance(tape, kill.done() ? Integer.MAX_VALUE : 1));
            listen();
            QueueDepths depths = stage.fleet().desk().depths();
            stage.worker().look();
            display.show(tape, depths, kill);
            strikeIfDue(display, depths);
            requireWorker();
        }
        return ended();
    }

    private boolean ended() {
        return kill.done() && parts.stream().allMatch(part -> part.ended(tape));
    }

    private void send(FetchJob job) {
        tape.sent(job);
        stage.fleet()
                .queue()
                .send(NewMessage.of(job.connectionId(), job.jobId().toString(), MessageBody.of(writer.write(job))));
    }

    private void listen() throws InterruptedException {
        OutcomePage page = stage.fleet().outcomes().since(cursor, MANY, TICK);
        page.events().forEach(outcome -> tape.heard(Answer.of(outcome)));
        cursor = page.next();
    }

    /// Nobody with a part of their own is in the middle of something when the worker dies: their
    /// sign-ins are counted.
    private void strikeIfDue(Display display, QueueDepths depths) throws InterruptedException {
        boolean rolesIdle = parts.stream().filter(Part::isCounted).allMatch(part -> part.answered(tape));
        if (rolesIdle && kill.isDue(tape.answered(), planned(), depths)) {
            long pid = stage.worker().pid();
            kill.strike();
            display.say("Worker %d was killed (SIGKILL) with %d jobs in flight; worker %d takes over"
                    .formatted(pid, kill.inFlight(), stage.worker().pid()));
        }
    }

    private void requireWorker() {
        WorkerProcess worker = stage.worker();
        if (!worker.isAlive()) {
            throw new StageException("the worker ended by itself; its log is " + worker.log());
        }
    }
}

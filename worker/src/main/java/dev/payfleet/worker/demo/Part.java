package dev.payfleet.worker.demo;

import dev.payfleet.worker.job.FetchJob;
import java.util.List;
import java.util.function.Consumer;

/// One person's scenes. The next is played when every job of the one before has its answer.
final class Part {
    private final boolean counted;
    private final List<Scene> scenes;
    private final Consumer<FetchJob> send;
    private int played;

    /// @param counted whether what the site sees of this person is counted
    Part(boolean counted, List<Scene> scenes, Consumer<FetchJob> send) {
        this.counted = counted;
        this.scenes = List.copyOf(scenes);
        this.send = send;
    }

    boolean isCounted() {
        return counted;
    }

    /// Plays the next scene if it is time.
    ///
    /// @param until how many scenes may be played by now
    void advance(Tape tape, int until) {
        if (played < Math.min(until, scenes.size()) && answered(tape)) {
            Scene scene = scenes.get(played);
            played++;
            scene.before().run();
            scene.jobs().forEach(send);
        }
    }

    /// Whether everything that was sent so far has its answer.
    boolean answered(Tape tape) {
        return scenes.subList(0, played).stream()
                .flatMap(scene -> scene.jobs().stream())
                .allMatch(job -> tape.isAnswered(job.jobId()));
    }

    boolean ended(Tape tape) {
        return played == scenes.size() && answered(tape);
    }

    int jobs() {
        return scenes.stream().mapToInt(scene -> scene.jobs().size()).sum();
    }
}

package dev.payfleet.worker.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What a lane does and since when, written by its thread and read by the watch.
final class LaneProgress {
    /// The state and how long it may last.
    private record Stage(LaneState state, Duration patience) {
        Instant since() {
            return switch (state) {
                case LaneState.Starting(Instant since) -> since;
                case LaneState.Idle(Instant since) -> since;
                case LaneState.Busy(Instant _, String _, Instant stepSince) -> stepSince;
                case LaneState.Dead(Instant since, String _, Instant _) -> since;
            };
        }
    }

    private static final Duration ANY_TIME = Duration.ofDays(3650);

    private final InstantSource clock;
    private volatile Stage stage;

    LaneProgress(InstantSource clock, Duration startPatience) {
        this.clock = clock;
        this.stage = new Stage(new LaneState.Starting(clock.instant()), startPatience);
    }

    LaneState state() {
        return stage.state;
    }

    void idle() {
        stage = new Stage(new LaneState.Idle(clock.instant()), ANY_TIME);
    }

    /// A visit begins, each step of which may last so long.
    void begin(String step, Duration patience) {
        Instant now = clock.instant();
        stage = new Stage(new LaneState.Busy(now, step, now), patience);
    }

    /// The visit's next step.
    void step(String name) {
        Stage before = stage;
        if (before.state instanceof LaneState.Busy busy) {
            stage = new Stage(new LaneState.Busy(busy.since(), name, clock.instant()), before.patience);
        }
    }

    /// The current step's name.
    String stepName() {
        return stage.state instanceof LaneState.Busy busy ? busy.step() : "start";
    }

    /// What has lasted too long, if it has.
    Optional<Condemnation> overdue() {
        Stage now = stage;
        return now.since().plus(now.patience).isBefore(clock.instant())
                ? Optional.of(new Condemnation.Stuck(stepName(), now.patience))
                : Optional.empty();
    }
}

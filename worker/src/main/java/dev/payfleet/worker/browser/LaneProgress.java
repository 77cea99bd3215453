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
                case LaneState.Waiting(Instant since, String _, Instant _) -> since;
                case LaneState.Dead(Instant since, String _, Instant _) -> since;
            };
        }
    }

    private static final Duration ANY_TIME = Duration.ofDays(3650);

    private final InstantSource clock;
    private volatile Stage stage;
    private volatile Duration stepPatience = ANY_TIME;

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
        stepPatience = patience;
        stage = new Stage(new LaneState.Busy(now, step, now), patience);
    }

    /// The visit's next step.
    void step(String name) {
        Instant now = clock.instant();
        switch (stage.state) {
            case LaneState.Busy busy -> stage = new Stage(new LaneState.Busy(busy.since(), name, now), stepPatience);
            case LaneState.Waiting _ -> stage = new Stage(new LaneState.Busy(now, name, now), stepPatience);
            case LaneState.Starting _, LaneState.Idle _, LaneState.Dead _ -> {}
        }
    }

    /// The visit waits for a person from now on.
    void waiting(String name, Instant until) {
        Instant now = clock.instant();
        Duration patience = Duration.between(now, until).plus(stepPatience);
        stage = new Stage(new LaneState.Waiting(now, name, until), patience);
    }

    /// Whether the visit waits for a person.
    boolean isWaiting() {
        return stage.state instanceof LaneState.Waiting;
    }

    /// The current step's name.
    String stepName() {
        return switch (stage.state) {
            case LaneState.Busy busy -> busy.step();
            case LaneState.Waiting waiting -> waiting.step();
            case LaneState.Starting _, LaneState.Idle _, LaneState.Dead _ -> "start";
        };
    }

    /// What has lasted too long, if it has.
    Optional<Condemnation> overdue() {
        Stage now = stage;
        return now.since().plus(now.patience).isBefore(clock.instant())
                ? Optional.of(new Condemnation.Stuck(stepName(), now.patience))
                : Optional.empty();
    }
}

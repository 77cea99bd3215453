package dev.payfleet.worker.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// What a running job shows of itself: the step it is at, since when, how long each stage took, and what it cost in
/// bytes. The lease is extended while steps advance ([LeaseKeeper]), so whoever does work for a job calls [#step]
/// as it goes. The jobs of one turn wait for one another: a step of one is progress for all of them.
///
/// Written by the one thread that does the job's work at a time; read by any.
public final class JobProgress {
    private final InstantSource clock;
    private final Instant taken;
    private final Map<Stage, Duration> spent = new EnumMap<>(Stage.class);
    private Duration waited = Duration.ZERO;
    private String step = "taken";
    private final Pulse pulse;
    private volatile Consent consent = Consent.ASSUMED;
    private long bytesUp;
    private long bytesDown;

    /// A job that was just taken.
    public JobProgress(InstantSource clock) {
        this(clock, new Pulse(clock.instant()));
    }

    private JobProgress(InstantSource clock, Pulse pulse) {
        this.clock = clock;
        this.taken = clock.instant();
        this.pulse = pulse;
    }

    /// Another job of the same turn, just taken.
    public JobProgress fellow() {
        return new JobProgress(clock, pulse);
    }

    /// How long the job has been worked on, waiting left out.
    public Duration elapsed() {
        return Duration.between(taken, clock.instant()).minus(waited());
    }

    /// From now on the job takes a step only while this consent stands.
    public void under(Consent consent) {
        this.consent = consent;
    }

    /// The consent that the job is done under.
    public Consent consent() {
        return consent;
    }

    /// The job gets further.
    ///
    /// @param step what it does now, in words that hold nothing of the person's ("sign-in", "read payruns")
    /// @throws dev.payfleet.session.DisconnectedException when the person left, so that it must not
    public void step(String step) {
        consent.require();
        enter(step);
    }

    private synchronized void enter(String step) {
        this.step = step;
        pulse.last = clock.instant();
    }

    /// What the job does now.
    public synchronized String step() {
        return step;
    }

    /// When the job last got further, or another of its turn.
    public Instant since() {
        return pulse.last;
    }

    /// Does the work and adds its time to a stage, whether it ends well or not.
    public <T> T during(Stage stage, Supplier<T> work) {
        Instant begin = clock.instant();
        Duration before = waited();
        try {
            return work.get();
        } finally {
            Duration waitedMeanwhile = waited().minus(before);
            spend(stage, Duration.between(begin, clock.instant()).minus(waitedMeanwhile));
        }
    }

    /// The job has waited, for a free lane or for another of its turn: counted as queued, and not as the stage in which
    /// it waited.
    public synchronized void waited(Duration time) {
        waited = waited.plus(time);
        spend(Stage.QUEUED, time);
    }

    private synchronized Duration waited() {
        return waited;
    }

    /// Adds to a stage's time.
    public synchronized void spend(Stage stage, Duration time) {
        // A clock that is set back must not make a stage shorter than nothing.
        spent.merge(stage, time.isNegative() ? Duration.ZERO : time, Duration::plus);
    }

    /// How long the stage took so far, all its visits together; zero where it did not happen.
    public synchronized Duration spent(Stage stage) {
        return spent.getOrDefault(stage, Duration.ZERO);
    }

    /// Whether the job has come to this stage.
    public synchronized boolean reached(Stage stage) {
        return spent.containsKey(stage);
    }

    /// Adds what went over the egress for this job, in bytes on the proxy's side.
    public synchronized void transferred(long up, long down) {
        bytesUp += up;
        bytesDown += down;
    }

    /// Bytes sent to the proxy so far.
    public synchronized long bytesUp() {
        return bytesUp;
    }

    /// Bytes received from the proxy so far.
    public synchronized long bytesDown() {
        return bytesDown;
    }

    /// When any job of the turn last got further.
    private static final class Pulse {
        private volatile Instant last;

        Pulse(Instant taken) {
            this.last = taken;
        }
    }

    /// The parts of a job's time that an outcome event tells apart.
    public enum Stage {
        /// From the moment it was sent to the moment it was taken, and waiting for a free lane or for another job of
        /// its
        /// turn.
        QUEUED,
        /// Finding out whether the stored session serves.
        SESSION,
        /// Signing in.
        SIGN_IN,
        /// Reading and normalizing.
        READ,
        /// Waiting for the person; never counted as ours.
        PERSON
    }
}

package dev.payfleet.worker.health;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the worker every few seconds from a thread of its own and writes down how it is. A worker that hangs as
/// a whole writes nothing, which tells the same.
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final HealthFile file;
    private final List<VitalSign> signs;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    /// @param home where the file goes
    /// @param signs what is looked at, in the order in which trouble is told
    public Heartbeat(Path home, List<VitalSign> signs, InstantSource clock) {
        this.file = new HealthFile(home);
        this.signs = List.copyOf(signs);
        this.clock = clock;
    }

    /// Writes at once, then every few seconds.
    public void start() {
        var _ = timer.scheduleAtFixedRate(this::beatOrSay, 0, HealthFile.BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beatOrSay() {
        try {
            beat();
        } catch (RuntimeException e) {
            // The timer must not die of it; a silence that lasts is told by the file itself.
            LOG.atWarn().setCause(e).log("the worker's health could not be written down");
        }
    }

    void beat() {
        Optional<String> trouble =
                signs.stream().map(VitalSign::trouble).flatMap(Optional::stream).findFirst();
        trouble.ifPresent(reason -> LOG.atError().addKeyValue("reason", reason).log("the worker is stuck"));
        file.write(clock.instant(), trouble);
    }

    /// Says nothing more, and that nobody is there.
    @Override
    public void close() {
        timer.close();
        file.delete();
    }
}

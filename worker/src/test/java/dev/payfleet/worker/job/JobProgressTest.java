package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.job.JobProgress.Stage;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobProgressTest {
    private final SettableClock clock = SettableClock.atSomeMoment();
    private final JobProgress progress = new JobProgress(clock);

    @Test
    void aStageTakesAsLongAsItsWork() {
        progress.during(Stage.SIGN_IN, () -> pass(3));

        assertThat(progress.spent(Stage.SIGN_IN)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void waitingForALaneIsQueuedAndNotTheStage() {
        progress.during(Stage.SIGN_IN, () -> {
            progress.waited(pass(20));
            return pass(3);
        });

        assertThat(progress.spent(Stage.SIGN_IN)).isEqualTo(Duration.ofSeconds(3));
        assertThat(progress.spent(Stage.QUEUED)).isEqualTo(Duration.ofSeconds(20));
        assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aClockThatIsSetBackMakesNoStageShorterThanNothing() {
        progress.during(Stage.READ, () -> pass(-5));

        assertThat(progress.spent(Stage.READ)).isZero();
    }

    private Duration pass(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        clock.pass(time);
        return time;
    }
}

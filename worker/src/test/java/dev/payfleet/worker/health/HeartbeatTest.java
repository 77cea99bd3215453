package dev.payfleet.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.queue.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<String> troubles = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void before_the_first_beat_nobody_is_there() {
        assertThat(read()).isEqualTo(new Health.NotStarted());
        assertThat(read().exitCode()).isEqualTo(3);
    }

    @Test
    void a_worker_without_trouble_is_healthy() {
        heartbeat().beat();

        assertThat(read()).isEqualTo(new Health.Healthy());
        assertThat(read().exitCode()).isZero();
    }

    @Test
    void the_first_trouble_is_told() {
        troubles.add("no lane has a browser");

        heartbeat().beat();

        assertThat(read()).isEqualTo(new Health.Stuck("no lane has a browser"));
        assertThat(read().exitCode()).isEqualTo(1);
    }

    @Test
    void trouble_that_is_over_is_forgotten() {
        troubles.add("no lane has a browser");
        Heartbeat heartbeat = heartbeat();
        heartbeat.beat();
        troubles.clear();

        heartbeat.beat();

        assertThat(read()).isEqualTo(new Health.Healthy());
    }

    @Test
    void half_a_minute_of_silence_is_trouble() {
        heartbeat().beat();

        clock.pass(Duration.ofSeconds(30));
        assertThat(read()).isEqualTo(new Health.Healthy());
        clock.pass(Duration.ofSeconds(1));
        assertThat(read()).isEqualTo(new Health.Stuck("it has said nothing for 31 s"));
    }

    @Test
    void a_worker_that_has_ended_is_not_there() {
        Heartbeat heartbeat = heartbeat();
        heartbeat.beat();

        heartbeat.close();

        assertThat(read()).isEqualTo(new Health.NotStarted());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void what_is_no_health_file_is_trouble() throws IOException {
        Files.writeString(home.resolve("health"), "fine, thanks");

        assertThat(read()).isInstanceOf(Health.Stuck.class);
    }

    @Test
    void a_count_that_goes_on_is_well_and_one_that_stands_still_is_not() {
        AtomicLong turns = new AtomicLong();
        Standstill turning = new Standstill("receiving", turns::get, Duration.ofMinutes(1), clock);

        clock.pass(Duration.ofSeconds(50));
        turns.incrementAndGet();
        assertThat(turning.trouble()).isEmpty();
        assertThat(turning.trouble()).isEmpty();
        clock.pass(Duration.ofSeconds(60));
        assertThat(turning.trouble()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(turning.trouble()).hasValue("receiving has stood still since 2026-03-02T12:00:50Z");
        turns.incrementAndGet();
        assertThat(turning.trouble()).isEmpty();
    }

    private Heartbeat heartbeat() {
        return new Heartbeat(
                home, List.of(() -> Optional.empty(), () -> troubles.stream().findFirst()), clock);
    }

    private Health read() {
        return new HealthFile(home).read(clock.instant());
    }
}

package dev.payfleet.worker.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    private static final UUID JOB = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("worker.jsonl");
    }

    @Test
    void addsUpWhatTheJobsSentAndReceived() throws IOException {
        assertThat(read(answered(1500, 100, 20), answered(1500, 3, 4)).bytes()).isEqualTo(127);
    }

    @Test
    void knowsHowLongAJobTookTheLastTime() throws IOException {
        assertThat(read(answered(9000, 0, 0), answered(1500, 0, 0)).took(JOB)).contains(Duration.ofNanos(1_500_000));
    }

    @Test
    void knowsWhenTheFirstJobWasTaken() throws IOException {
        JobLog log = read(taken("2026-01-01T00:00:01Z"), taken("2026-01-01T00:00:02Z"));

        assertThat(log.firstTaken()).contains(Instant.parse("2026-01-01T00:00:01Z"));
    }

    @Test
    void passesOverALineThatAKillCutOff() throws IOException {
        JobLog log = read(answered(1500, 1, 1), "{\"message\":\"job answ");

        assertThat(log.bytes()).isEqualTo(2);
    }

    private JobLog read(String... lines) throws IOException {
        Files.write(file, List.of(lines));
        return JobLog.read(List.of(file));
    }

    private static String answered(long micros, long up, long down) {
        return "{\"message\":\"job answered\",\"job_id\":\"%s\",\"took_us\":%d,\"egress_bytes_up\":%d,\"egress_bytes_down\":%d}"
                .formatted(JOB, micros, up, down);
    }

    private static String taken(String at) {
        return "{\"@timestamp\":\"%s\",\"message\":\"job taken\",\"job_id\":\"%s\"}".formatted(at, JOB);
    }
}

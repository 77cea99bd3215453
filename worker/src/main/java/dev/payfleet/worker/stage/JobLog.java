package dev.payfleet.worker.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the workers' logs say of the jobs: how long each took and what it cost in bytes. A worker that is killed
/// may leave half a line at the end of its log; that line is passed over.
public final class JobLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<UUID, Duration> took = new HashMap<>();
    private long bytes;
    private @Nullable Instant firstTaken;

    /// Reads the logs of all workers.
    public static JobLog read(List<Path> files) {
        JobLog log = new JobLog();
        files.forEach(log::add);
        return log;
    }

    private void add(Path file) {
        try {
            Files.readString(file).lines().forEach(this::addLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addLine(String line) {
        try {
            addEntry(JSON.readTree(line));
        } catch (JacksonException e) {
            // Cut off by a kill.
        }
    }

    private void addEntry(JsonNode entry) {
        if (firstTaken == null && entry.path("message").asString("").equals("job taken")) {
            firstTaken = Instant.parse(entry.path("@timestamp").asString(""));
        }
        bytes += entry.path("egress_bytes_up").asLong(0)
                + entry.path("egress_bytes_down").asLong(0);
        JsonNode job = entry.path("job_id");
        JsonNode micros = entry.path("took_us");
        if (job.isString() && micros.isNumber()) {
            took.put(UUID.fromString(job.stringValue()), Duration.ofNanos(micros.asLong(0) * 1000));
        }
    }

    /// From taking the job to its answer, the last time it was taken.
    public Optional<Duration> took(UUID jobId) {
        return Optional.ofNullable(took.get(jobId));
    }

    /// When a first job was taken; empty when none was.
    public Optional<Instant> firstTaken() {
        return Optional.ofNullable(firstTaken);
    }

    /// What all jobs sent and received through their egress, as the workers counted it.
    public long bytes() {
        return bytes;
    }
}

package dev.payfleet.worker.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// `<home>/health`: when the worker last looked at itself, in milliseconds since 1970, and behind a space what was
/// wrong. There is one for each home; of several workers in one home the last to write speaks.
public final class HealthFile {
    /// How often it is written.
    static final Duration BEAT = Duration.ofSeconds(5);

    /// Six beats missed. A busy machine misses one or two.
    private static final Duration SILENCE = BEAT.multipliedBy(6);

    private final Path file;
    private final Path fresh;

    public HealthFile(Path home) {
        this.file = home.resolve("health");
        this.fresh = home.resolve("health.new");
    }

    /// How the worker is.
    ///
    /// @param now tells whether its last word still counts
    public Health read(Instant now) {
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            Duration silence = Duration.between(Instant.ofEpochMilli(Long.parseLong(words[0])), now);
            if (silence.compareTo(SILENCE) > 0) {
                return new Health.Stuck("it has said nothing for %d s".formatted(silence.toSeconds()));
            }
            return words.length == 1 ? new Health.Healthy() : new Health.Stuck(words[1]);
        } catch (NoSuchFileException e) {
            return new Health.NotStarted();
        } catch (IOException | NumberFormatException e) {
            return new Health.Stuck("its health file cannot be read");
        }
    }

    void write(Instant now, Optional<String> trouble) {
        try {
            Files.writeString(
                    fresh,
                    now.toEpochMilli() + trouble.map(reason -> " " + reason).orElse("") + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the health file cannot be written", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the health file cannot be deleted", e);
        }
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.sqlite.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Replaces the key of a key file, one step after the other, see [RotationStep].
///
/// What holds at each moment: the key file has every key that a record is sealed under, and the database names
/// each of them. So the new key goes first into the file, then into the database, and seals only then; a former
/// one goes first out of use, then out of the database, and only then out of the file.
final class KeyFileRotation {
    private final SqliteFile file;
    private final Path path;
    private final LiveKeys keys;
    private final KeyRegister register;
    private final HashingKey hashing;
    private final InstantSource clock;

    /// How long no record may have come under a former key: longer than any process takes to notice the new one.
    private final Duration quiet;

    private final Consumer<RotationStep> steps;

    KeyFileRotation(
            SqliteFile file,
            LiveKeys keys,
            KeyRegister register,
            HashingKey hashing,
            InstantSource clock,
            Duration quiet,
            Consumer<RotationStep> steps) {
        this.file = file;
        this.path = keys.file().path();
        this.keys = keys;
        this.register = register;
        this.hashing = hashing;
        this.clock = clock;
        this.quiet = quiet;
        this.steps = steps;
    }

    /// @param elsewhere how many records are not sealed under a key
    KeyRotation run(RotationWatch watch, ToLongFunction<String> elsewhere) throws InterruptedException {
        try (RotationLock _ = RotationLock.take(path)) {
            return locked(watch, elsewhere);
        }
    }

    private KeyRotation locked(RotationWatch watch, ToLongFunction<String> elsewhere) throws InterruptedException {
        Instant begun = clock.instant();
        hashing.keep();
        steps.accept(RotationStep.HASHING_KEY_KEPT);
        KeyFile read = KeyFile.read(path);
        register.bind(read, begun);
        boolean resumed = read.ids().size() > 1;
        String key = brought(read, resumed);
        Set<String> former = register.former(key);
        long records = elsewhere.applyAsLong(key);
        watch.began(resumed, List.of(key), records);
        Resealing resealing = new Resealing(file, keys, key, done -> {
            steps.accept(RotationStep.BATCH);
            watch.resealed(done, Math.max(0, records - done));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        });
        untilQuiet(resealing, watch);
        long broken = withdrawn(resealing, key, former);
        KeyRotation rotation = new KeyRotation(
                resumed,
                List.of(key),
                former.stream().sorted().toList(),
                resealing.done(),
                broken,
                Duration.between(begun, clock.instant()));
        watch.ended(rotation);
        return rotation;
    }

    /// The key that shall be the only one, which seals when this returns.
    private String brought(KeyFile read, boolean resumed) {
        KeyFile now = read;
        String key;
        if (resumed) {
            key = latest(read);
        } else {
            now = read.withNewKey();
            key = now.ids().getFirst();
            steps.accept(RotationStep.ADDED);
        }
        register.add(key, clock.instant());
        steps.accept(RotationStep.KNOWN);
        if (!now.id().equals(key)) {
            KeyFile _ = now.sealingWith(key);
        }
        keys.look();
        steps.accept(RotationStep.SEALS);
        return key;
    }

    /// Of the keys of a file the one that came last; the database has known the others for longer.
    private String latest(KeyFile read) {
        return register.known().stream()
                .map(KeyRegister.Known::id)
                .filter(id -> read.ids().contains(id))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private void untilQuiet(Resealing resealing, RotationWatch watch) throws InterruptedException {
        long lastFound = System.nanoTime();
        while (true) {
            long begun = System.nanoTime();
            boolean none = resealing.pass().foundNone();
            if (none && begun - lastFound >= quiet.toNanos()) {
                break;
            }
            lastFound = none ? lastFound : System.nanoTime();
            watch.waits(quiet);
            TimeUnit.NANOSECONDS.sleep(quiet.toNanos());
        }
        steps.accept(RotationStep.QUIET);
    }

    /// @return how many records open under no key that there is
    private long withdrawn(Resealing resealing, String key, Set<String> former) throws InterruptedException {
        register.close(former, clock.instant());
        steps.accept(RotationStep.CLOSED);
        Resealing.Pass last = resealing.pass();
        while (!last.foundNone()) {
            last = resealing.pass();
        }
        register.retire(former, clock.instant());
        steps.accept(RotationStep.RETIRED);
        file.eraseDeleted();
        steps.accept(RotationStep.ERASED);
        KeyFile _ = KeyFile.read(path).only(key);
        keys.look();
        steps.accept(RotationStep.REMOVED);
        return last.broken();
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.sealing.EnvelopeSealer;
import dev.payfleet.session.sealing.KeyChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Seals and opens with the keys that the key file has now. Whether it was written anew is looked at once a second,
/// and at once when a record names a key that is not known: another process then has one that is newer.
///
/// A file that can't be read, or is not the database's, changes nothing: what was read before is used on.
final class LiveKeys implements Sealer {
    /// How long a process may seal under a key after another took its place.
    static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Path path;
    private final KeyRegister register;
    private final LongSupplier nanos;
    private volatile Known known;
    private volatile long lookedAt;

    private record Known(KeyFile file, KeyChoice sealers) {}

    /// @param file as it was read when the database was bound to it
    /// @param nanos the time, as [System#nanoTime()] tells it
    LiveKeys(KeyFile file, KeyRegister register, LongSupplier nanos) {
        this.path = file.path();
        this.register = register;
        this.nanos = nanos;
        this.known = new Known(file, sealers(file, Map.of()));
        this.lookedAt = nanos.getAsLong();
    }

    /// Keys that were there before keep their sealers: to make one costs more than to use it.
    private static KeyChoice sealers(KeyFile file, Map<String, Sealer> former) {
        Map<String, Sealer> sealers = new HashMap<>();
        file.keys()
                .forEach((id, key) -> sealers.put(
                        id,
                        former.containsKey(id) ? former.get(id) : new EnvelopeSealer(() -> RawAesKeyring.of(id, key))));
        return new KeyChoice(file.id(), sealers);
    }

    /// The file as it is known at present.
    KeyFile file() {
        return known.file();
    }

    @Override
    public byte[] seal(ConnectionKey key, String purpose, byte[] plain) {
        lookOnceInAWhile();
        return known.sealers().seal(key, purpose, plain);
    }

    @Override
    public byte[] open(ConnectionKey key, String purpose, byte[] sealed) {
        lookOnceInAWhile();
        if (!known.sealers().knows(sealed)) {
            look();
        }
        return known.sealers().open(key, purpose, sealed);
    }

    private void lookOnceInAWhile() {
        if (nanos.getAsLong() - lookedAt >= LOOKS_EVERY.toNanos()) {
            look();
        }
    }

    /// Looks whether the file was written anew, and takes what it has now.
    synchronized void look() {
        lookedAt = nanos.getAsLong();
        try {
            if (FileStamp.of(path).equals(known.file().stamp())) {
                return;
            }
            KeyFile file = KeyFile.read(path);
            if (register.accepts(file)) {
                known = new Known(file, sealers(file, known.sealers().byName()));
            }
        } catch (IOException | KeyFileException unusable) {
            return;
        }
    }
}

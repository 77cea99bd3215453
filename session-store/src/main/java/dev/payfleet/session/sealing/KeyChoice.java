package dev.payfleet.session.sealing;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import java.util.Map;
import java.util.Objects;

/// Seals under one key, and opens under each of several: under the one that the record names.
///
/// A keyring that holds several keys would do the second too, but it would wrap the key of each new record under
/// all of them.
///
/// @param sealing the name of the key that seals
/// @param byName a sealer for each key, that one too
public record KeyChoice(String sealing, Map<String, Sealer> byName) implements Sealer {
    public KeyChoice {
        byName = Map.copyOf(byName);
        if (!byName.containsKey(sealing)) {
            throw new IllegalArgumentException("there is no key " + sealing);
        }
    }

    @Override
    public byte[] seal(ConnectionKey key, String purpose, byte[] plain) {
        return current().seal(key, purpose, plain);
    }

    /// What names no key of these is refused by the present one.
    @Override
    public byte[] open(ConnectionKey key, String purpose, byte[] sealed) {
        Sealer sealer = byName.size() == 1
                ? current()
                : SealedHeader.key(sealed).map(byName::get).orElseGet(this::current);
        return sealer.open(key, purpose, sealed);
    }

    /// Whether the record names a key of these.
    public boolean knows(byte[] sealed) {
        return SealedHeader.key(sealed).filter(byName::containsKey).isPresent();
    }

    private Sealer current() {
        return Objects.requireNonNull(byName.get(sealing));
    }
}

package dev.payfleet.worker;

import dev.payfleet.session.embedded.KeyFileException;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.worker.fleet.FleetException;
import java.util.List;

/// The keys of a key file, whose troubles are told like those of opening it.
///
/// @param keys the engine's
record FileKeys(KeyDesk keys) implements KeyDesk {
    @Override
    public List<KeyUse> status() {
        return keys.status();
    }

    @Override
    public KeyRotation rotate(RotationWatch watch) throws InterruptedException {
        try {
            return keys.rotate(watch);
        } catch (KeyFileException e) {
            throw new FleetException(FleetException.Fault.KEY_FILE, e);
        }
    }
}

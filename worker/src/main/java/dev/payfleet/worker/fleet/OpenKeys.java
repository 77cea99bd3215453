package dev.payfleet.worker.fleet;

import dev.payfleet.session.keys.KeyDesk;

/// The keys of an engine, and what was opened to reach them.
///
/// @param desk what is done with them
/// @param closing closes the rest
public record OpenKeys(KeyDesk desk, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}

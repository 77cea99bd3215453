package dev.payfleet.cache;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import java.time.Instant;
import java.util.Optional;

/// A result cache that keeps what was asked for lately opened in memory, in front of a store that other processes
/// write to as well. Never hands out what the store could not have handed out when the connection was last read:
///
/// - *The person left, or the account behind the connection is another.* Either raises the connection's fence, in the
///   write that does it. An entry answers only who read the same fence as the reader that put it there.
/// - *Another process stored a later result.* It claimed the connection first, which raises the fence. Between its
///   claim and its storing, the earlier result is answered from the store and from memory alike; once it is too
///   old for who asks, the store is asked.
/// - *This process stored, connected or disconnected.* All of the connection is dropped at once, reads under way
///   included, see [#watching].
/// - *It has expired.* Each answer is compared with the asker's own clock, whatever memory or store still hold.
///
/// Only [#find(ResultKey, Freshness)] answers from memory. Safe for use by many threads; who asks for what another
/// is reading waits for that one read.
public final class FrontedResultCache implements ResultCache {
    private final ResultCache store;
    private final HeldResults held;

    FrontedResultCache(ResultCache store, HeldResults held) {
        this.store = store;
        this.held = held;
    }

    /// @param bytes how much memory opened results may take; with 0 none is held, and equal questions at the same
    ///     time still cause one read
    public static FrontedResultCache over(ResultCache store, long bytes) {
        return new FrontedResultCache(store, new HeldResults(bytes, System::nanoTime));
    }

    /// The connections, watched: who connects or leaves through them leaves this memory as well.
    public ConnectionStore watching(ConnectionStore connections) {
        return new WatchedConnections(connections, held);
    }

    @Override
    public Optional<CachedResult> find(ResultKey key, Freshness wanted) {
        HeldResults.Slot slot = new HeldResults.Slot(key, wanted.fence());
        return held.find(slot, wanted, () -> store.find(key, wanted.now()));
    }

    @Override
    public Optional<CachedResult> find(ResultKey key, Instant now) {
        return store.find(key, now);
    }

    @Override
    public Optional<CachedResult> findById(ConnectionKey connection, String resultId, Instant now) {
        return store.findById(connection, resultId, now);
    }

    /// The new result is not held before somebody asks for it.
    @Override
    public String put(ResultKey key, CachedResult result, long fence) {
        try {
            return store.put(key, result, fence);
        } finally {
            held.drop(key.connection());
        }
    }

    @Override
    public int sweep(Instant now) {
        return store.sweep(now);
    }
}

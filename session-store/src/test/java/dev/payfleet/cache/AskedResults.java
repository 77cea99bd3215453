package dev.payfleet.cache;

import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts how often the store is asked, and lets a test do something while it is.
final class AskedResults implements ResultCache {
    private final ResultCache store;
    private final AtomicInteger times = new AtomicInteger();
    private volatile Runnable afterwards = () -> {};

    AskedResults(ResultCache store) {
        this.store = store;
    }

    int times() {
        return times.get();
    }

    /// Runs after each read of the store and before its answer is handed on.
    void afterEachRead(Runnable work) {
        afterwards = work;
    }

    Runnable afterwards() {
        return afterwards;
    }

    @Override
    public Optional<CachedResult> find(ResultKey key, Instant now) {
        times.incrementAndGet();
        Optional<CachedResult> found = store.find(key, now);
        afterwards.run();
        return found;
    }

    @Override
    public Optional<CachedResult> findById(ConnectionKey connection, String resultId, Instant now) {
        return store.findById(connection, resultId, now);
    }

    @Override
    public String put(ResultKey key, CachedResult result, long fence) {
        return store.put(key, result, fence);
    }

    @Override
    public int sweep(Instant now) {
        return store.sweep(now);
    }
}

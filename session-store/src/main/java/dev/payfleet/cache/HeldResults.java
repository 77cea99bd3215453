package dev.payfleet.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.payfleet.session.ConnectionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opened results in this process's memory, and the reads of the store that are under way. A read that found
/// nothing, or failed, is not held: only who asked meanwhile shares it.
final class HeldResults {
    /// However often it is asked for, a result leaves memory this long after it was read from the store.
    static final Duration LONGEST = Duration.ofMinutes(5);

    /// What an entry takes besides its body, measured generously: the key's texts, the times, Caffeine's node.
    private static final int OVERHEAD = 1_000;

    private final AsyncCache<Slot, Held> held;

    /// @param bytes how much is held, bodies and overhead; with 0 nothing is, but reads under way are shared
    /// @param nanos the time by which results leave memory
    HeldResults(long bytes, LongSupplier nanos) {
        this.held = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Slot slot, Held one) -> OVERHEAD + one.result().size())
                .expireAfter(Expiry.creating((Slot slot, Held one) -> one.life()))
                .ticker(nanos::getAsLong)
                // What has served its time leaves at that time and not at the next call, and who evicts waits for it.
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .buildAsync();
    }

    /// What is held, or else what `store` says; asked once for all who come meanwhile.
    Optional<CachedResult> find(Slot slot, Freshness wanted, Supplier<Optional<CachedResult>> store) {
        CompletableFuture<Held> there = held.getIfPresent(slot);
        if (there != null && there.isDone()) {
            Optional<CachedResult> found = Read.answer(there).filter(wanted::accepts);
            if (found.isPresent()) {
                return found;
            }
            // Too old for who asks now: another process may have stored a later one.
            held.asMap().remove(slot, there);
        }
        Read mine = new Read();
        CompletableFuture<Held> other = held.asMap().putIfAbsent(slot, mine);
        return (other == null ? mine.by(store, wanted.now()) : Read.answer(other)).filter(wanted::accepts);
    }

    /// Drops all of a connection, and keeps reads that are under way from being held.
    void drop(ConnectionKey connection) {
        held.asMap().keySet().removeIf(slot -> slot.key().connection().equals(connection));
    }

    /// How many are held.
    int count() {
        held.synchronous().cleanUp();
        return held.asMap().size();
    }

    /// A question at one state of the connection. A later state finds nothing that was read at an earlier one.
    record Slot(ResultKey key, long fence) {}

    private record Held(CachedResult result, Duration life) {
        static Held at(Instant now, CachedResult result) {
            Duration left = Duration.between(now, result.expiresAt());
            return new Held(result, left.compareTo(LONGEST) < 0 ? left : LONGEST);
        }
    }

    /// A read of the store, on the thread of who came first. One that found nothing or failed completes without a
    /// value, which takes it out of memory; Caffeine would log a failure that is the askers' alone.
    private static final class Read extends CompletableFuture<Held> {
        private volatile @Nullable RuntimeException failure;

        Optional<CachedResult> by(Supplier<Optional<CachedResult>> store, Instant now) {
            try {
                Optional<CachedResult> found = store.get();
                found.ifPresent(result -> complete(Held.at(now, result)));
                return found;
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            } finally {
                complete(null);
            }
        }

        static Optional<CachedResult> answer(CompletableFuture<Held> read) {
            Held found = read.join();
            if (read instanceof Read other && other.failure != null) {
                throw other.failure;
            }
            return Optional.ofNullable(found).map(Held::result);
        }
    }
}

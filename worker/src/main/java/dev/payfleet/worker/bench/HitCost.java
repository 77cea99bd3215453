package dev.payfleet.worker.bench;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.Freshness;
import dev.payfleet.cache.FrontedResultCache;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.embedded.EmbeddedSessions;
import java.time.Duration;
import java.time.Instant;

/// What a fresh enough answer costs from the store, which opens it each time, and from memory. The connection was
/// read before, as every job does.
final class HitCost {
    private static final int SIZE = 8 << 10;

    private final EmbeddedSessions stores;
    private final int turns;

    HitCost(EmbeddedSessions stores, int turns) {
        this.stores = stores;
        this.turns = turns;
    }

    /// Medians.
    record Took(Duration store, Duration memory) {}

    Took measure() {
        ConnectionKey connection = StoreBench.connect(stores, "asked");
        ResultKey key = new ResultKey(connection, StoreBench.PROVIDER, "company");
        Instant now = Instant.now();
        String _ = stores.results()
                .put(
                        key,
                        new CachedResult(new byte[SIZE], 1, false, now, now.plus(CachedResult.DEFAULT_LIFE), "http"),
                        stores.sessions().claim(connection));
        Freshness wanted =
                Freshness.of(stores.connections().find(connection).orElseThrow(), Duration.ofMinutes(10), now);
        return new Took(
                took(stores.results(), key, wanted),
                took(FrontedResultCache.over(stores.results(), 1 << 20), key, wanted));
    }

    private Duration took(ResultCache results, ResultKey key, Freshness wanted) {
        return StoreBench.each(
                turns,
                _ -> StoreBench.consume(results.find(key, wanted).orElseThrow().body()));
    }
}

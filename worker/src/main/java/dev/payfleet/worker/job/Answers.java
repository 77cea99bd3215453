package dev.payfleet.worker.job;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.Freshness;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Tier;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Tier one of the story, and its end: serves a stored result while it is fresh enough, and stores what was read in
/// exactly the bytes that upstream hands on.
final class Answers {
    private final ResultCache cache;
    private final ResultBody writer;
    private final Duration timeToLive;
    private final InstantSource clock;

    Answers(ResultCache cache, ResultBody writer, Duration timeToLive, InstantSource clock) {
        this.cache = cache;
        this.writer = writer;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /// A stored result no older than the job accepts. An age of zero means live: the store is not even asked.
    ///
    /// @param connection as it was read for this job
    Optional<JobOutcome> fresh(Connection connection, PayrollProvider provider, ResourceQuery query, Duration maxAge) {
        if (maxAge.isZero()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ResultKey key = key(connection.key(), provider, query);
        return cache.find(key, Freshness.of(connection, maxAge, now))
                .map(result -> new JobOutcome.Succeeded(reference(key.id(), result, Tier.CACHE)));
    }

    /// Orders and narrows what was read as the contract says, stores it and refers to it.
    JobOutcome keep(Account account, ResourceQuery query, LiveReading.Fetched fetched) {
        account.progress().step("store");
        List<PayrollRecord> records = InOrder.of(query, fetched.result().records());
        Instant now = clock.instant();
        CachedResult result = new CachedResult(
                writer.write(query.resource(), records),
                records.size(),
                fetched.result().partial(),
                now,
                now.plus(timeToLive),
                fetched.tier().wireValue());
        ResultKey key = key(account.key(), account.provider(), query);
        String id = cache.put(key, result, account.fence());
        return new JobOutcome.Succeeded(reference(id, result, fetched.tier()));
    }

    private static ResultKey key(ConnectionKey connection, PayrollProvider provider, ResourceQuery query) {
        return new ResultKey(connection, provider.declaration().id(), Question.of(query));
    }

    private static ResultRef reference(String id, CachedResult result, Tier source) {
        return new ResultRef(id, result.retrievedAt(), result.expiresAt(), source, result.records(), result.partial());
    }
}

package dev.payfleet.worker.demo;

import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes jobs as the upstream API would.
final class Jobs {
    static final String PROVIDER = "larkspur";

    private static final Duration IN_TIME = Duration.ofMinutes(30);
    private static final int AN_HOUR = 3600;
    private static final int LIVE = 0;

    private final Instant now;

    Jobs(Instant now) {
        this.now = now;
    }

    FetchJob connect(Player player) {
        return job(player, JobKind.CONNECT, null, LIVE);
    }

    FetchJob disconnect(Player player) {
        return job(player, JobKind.DISCONNECT, null, LIVE);
    }

    /// A stored answer of up to an hour's age will do.
    FetchJob fetch(Player player, ResourceQuery query) {
        return job(player, JobKind.FETCH, query, AN_HOUR);
    }

    FetchJob fetchLive(Player player, ResourceQuery query) {
        return job(player, JobKind.FETCH, query, LIVE);
    }

    static ResourceQuery whole(Resource resource) {
        return new ResourceQuery.Whole(resource);
    }

    private FetchJob job(Player player, JobKind kind, @Nullable ResourceQuery query, int maxAge) {
        return new FetchJob(
                FetchJob.VERSION,
                UUID.randomUUID(),
                kind,
                player.key().clientId(),
                player.key().connectionId(),
                PROVIDER,
                query,
                maxAge,
                false,
                now.plus(IN_TIME),
                null,
                null);
    }
}

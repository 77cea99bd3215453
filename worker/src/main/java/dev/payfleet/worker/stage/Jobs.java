package dev.payfleet.worker.stage;

import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes jobs as the upstream API would.
public final class Jobs {
    private static final Duration IN_TIME = Duration.ofMinutes(30);
    private static final int AN_HOUR = 3600;
    private static final int LIVE = 0;

    private final Instant now;

    /// @param now when they are written; their deadline is half an hour later
    public Jobs(Instant now) {
        this.now = now;
    }

    /// Signs in for the first time.
    public FetchJob connect(ConnectionKey key) {
        return job(key, JobKind.CONNECT, null, LIVE);
    }

    /// Wipes everything.
    public FetchJob disconnect(ConnectionKey key) {
        return job(key, JobKind.DISCONNECT, null, LIVE);
    }

    /// A stored answer of up to an hour's age will do.
    public FetchJob fetch(ConnectionKey key, ResourceQuery query) {
        return job(key, JobKind.FETCH, query, AN_HOUR);
    }

    /// Only an answer that is read now will do.
    public FetchJob fetchLive(ConnectionKey key, ResourceQuery query) {
        return job(key, JobKind.FETCH, query, LIVE);
    }

    /// All of a resource that takes no parameters.
    public static ResourceQuery whole(Resource resource) {
        return new ResourceQuery.Whole(resource);
    }

    private FetchJob job(ConnectionKey key, JobKind kind, @Nullable ResourceQuery query, int maxAge) {
        return new FetchJob(
                FetchJob.VERSION,
                UUID.randomUUID(),
                kind,
                key.clientId(),
                key.connectionId(),
                Stage.PROVIDER,
                query,
                maxAge,
                false,
                now.plus(IN_TIME),
                null,
                null);
    }
}

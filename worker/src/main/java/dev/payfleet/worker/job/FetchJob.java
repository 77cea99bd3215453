package dev.payfleet.worker.job;

import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the upstream API asks of the fleet, already read and checked. Immutable.
///
/// @param version the version of the message, [#VERSION]
/// @param jobId names the job everywhere; it is also the deduplication id of its message
/// @param kind what is to be done
/// @param clientId the tenant
/// @param connectionId the connection; it is also the message group, so that one account is used by one job at a
///     time
/// @param provider the id of the provider; it need not be one that we have
/// @param query what to read; always there for [JobKind#FETCH], else where the message has one
/// @param maxAgeSeconds how old a cached result may be to serve, in seconds; 0 asks for a live read
/// @param attended whether the person is there to answer a challenge
/// @param deadline when the answer stops being of use; it may have passed already
/// @param grant the signed permission to read, as a compact JWS; never shown
/// @param traceparent the caller's trace context (W3C), where there is one that can be read
/// @param answer which challenge is continued, and how; there for [JobKind#ANSWER] and only there
public record FetchJob(
        int version,
        UUID jobId,
        JobKind kind,
        String clientId,
        String connectionId,
        String provider,
        @Nullable ResourceQuery query,
        int maxAgeSeconds,
        boolean attended,
        Instant deadline,
        @Nullable String grant,
        @Nullable String traceparent,
        @Nullable AnswerTo answer) {

    /// The one version of the message that exists.
    public static final int VERSION = 1;

    public FetchJob {
        if (version != VERSION) {
            throw new IllegalArgumentException("version: expected " + VERSION);
        }
        if (kind == JobKind.FETCH && query == null) {
            throw new IllegalArgumentException("resource: a fetch job needs one");
        }
        if ((kind == JobKind.ANSWER) != (answer != null)) {
            throw new IllegalArgumentException("challenge_id: an answer job needs one, and no other");
        }
        if (maxAgeSeconds < 0) {
            throw new IllegalArgumentException("max_age_seconds: expected 0 or more");
        }
    }

    /// A job of any kind but [JobKind#ANSWER].
    public FetchJob(
            int version,
            UUID jobId,
            JobKind kind,
            String clientId,
            String connectionId,
            String provider,
            @Nullable ResourceQuery query,
            int maxAgeSeconds,
            boolean attended,
            Instant deadline,
            @Nullable String grant,
            @Nullable String traceparent) {
        this(
                version,
                jobId,
                kind,
                clientId,
                connectionId,
                provider,
                query,
                maxAgeSeconds,
                attended,
                deadline,
                grant,
                traceparent,
                null);
    }

    /// The same job with another grant, or with none.
    public FetchJob withGrant(@Nullable String other) {
        return new FetchJob(
                version,
                jobId,
                kind,
                clientId,
                connectionId,
                provider,
                query,
                maxAgeSeconds,
                attended,
                deadline,
                other,
                traceparent,
                answer);
    }

    /// The connection under which everything of this job is stored.
    public ConnectionKey key() {
        return new ConnectionKey(clientId, connectionId);
    }

    /// All but the grant, which whoever holds it may use.
    @Override
    public String toString() {
        return "FetchJob[jobId=%s, kind=%s, clientId=%s, connectionId=%s, provider=%s, resource=%s, grant=%s]"
                .formatted(
                        jobId,
                        kind.wireName(),
                        clientId,
                        connectionId,
                        provider,
                        query == null ? "none" : query.resource().wireName(),
                        grant == null ? "none" : "<redacted>");
    }
}

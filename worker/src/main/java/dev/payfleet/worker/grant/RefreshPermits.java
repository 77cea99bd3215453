package dev.payfleet.worker.grant;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// The fleet's own permission to renew a session, in the place of upstream's grant: a keyed hash over job id,
/// connection, provider and deadline (HMAC-SHA-256), behind [#PREFIX]. It is good for kind `refresh` alone, which
/// hands nothing out: whoever got hold of one could have a session renewed, once.
///
/// Safe for use by many threads.
public final class RefreshPermits {
    /// What every permit begins with. No compact JWS does: it holds an underscore before any dot, and is no JSON.
    static final String PREFIX = "payfleet_refresh_1.";

    /// A refresh that comes after its deadline is answered as late; only much later it is refused.
    static final Duration LATE = Duration.ofDays(1);

    private static final String HMAC = "HmacSHA256";

    private final Supplier<SecretKey> key;
    private final InstantSource clock;

    /// @param key used for nothing else, asked each time
    public RefreshPermits(Supplier<SecretKey> key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /// The same job with a permit.
    ///
    /// @throws IllegalArgumentException when it is of another kind
    public FetchJob sign(FetchJob job) {
        if (job.kind() != JobKind.REFRESH) {
            throw new IllegalArgumentException("kind: only a refresh is permitted by the fleet itself");
        }
        return new FetchJob(
                job.version(),
                job.jobId(),
                job.kind(),
                job.clientId(),
                job.connectionId(),
                job.provider(),
                job.query(),
                job.maxAgeSeconds(),
                job.attended(),
                job.deadline(),
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(mark(job)),
                job.traceparent());
    }

    /// A check that judges permits, and leaves every other grant to this one.
    public GrantCheck before(GrantCheck grants) {
        return job -> {
            String grant = job.grant();
            return grant != null && grant.startsWith(PREFIX)
                    ? refusal(job, grant.substring(PREFIX.length()))
                    : grants.refusal(job);
        };
    }

    private Optional<GrantRefusal> refusal(FetchJob job, String permit) {
        byte[] told;
        try {
            told = Base64.getUrlDecoder().decode(permit);
        } catch (IllegalArgumentException e) {
            return Optional.of(GrantRefusal.MALFORMED);
        }
        if (job.kind() != JobKind.REFRESH) {
            return Optional.of(GrantRefusal.SUBJECT);
        }
        if (!MessageDigest.isEqual(told, mark(job))) {
            return Optional.of(GrantRefusal.SIGNATURE);
        }
        return clock.instant().isBefore(job.deadline().plus(LATE))
                ? Optional.empty()
                : Optional.of(GrantRefusal.EXPIRED);
    }

    /// One field a line: a key holds no line break, and the fleet signs for providers that it knows.
    private byte[] mark(FetchJob job) {
        String text = String.join(
                "\n",
                job.jobId().toString(),
                job.clientId(),
                job.connectionId(),
                job.provider(),
                job.deadline().toString());
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.get());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        }
    }
}

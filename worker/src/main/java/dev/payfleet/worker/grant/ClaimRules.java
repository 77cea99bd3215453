package dev.payfleet.worker.grant;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// What the claims of a grant must say for a job. The order is that of the questions a person would ask: who signed
/// it, for whom, for what, for how long.
final class ClaimRules {
    private static final String SUBJECT = "xhr";

    /// How far two machines' clocks may be apart.
    private static final Duration SKEW = Duration.ofSeconds(60);

    /// How long a grant that never expires is known to be used.
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final String issuer;
    private final InstantSource clock;

    ClaimRules(String issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    Optional<GrantRefusal> refusal(JWTClaimsSet claims, FetchJob job) {
        try {
            return whose(claims, job)
                    .or(() -> when(claims))
                    .or(() -> forWhat(claims, job))
                    .or(() -> id(claims));
        } catch (WrongTypeException e) {
            return Optional.of(GrantRefusal.MALFORMED);
        }
    }

    private Optional<GrantRefusal> whose(JWTClaimsSet claims, FetchJob job) {
        if (!issuer.equals(claims.getIssuer())) {
            return Optional.of(GrantRefusal.ISSUER);
        }
        // Exactly one: a grant for two tenants would let either read the other's connection.
        if (!claims.getAudience().equals(List.of(job.clientId()))) {
            return Optional.of(GrantRefusal.TENANT);
        }
        return SUBJECT.equals(claims.getSubject()) ? Optional.empty() : Optional.of(GrantRefusal.SUBJECT);
    }

    private Optional<GrantRefusal> when(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        if (issued == null) {
            return Optional.of(GrantRefusal.MALFORMED);
        }
        if (issued.toInstant().isAfter(now.plus(SKEW))) {
            return Optional.of(GrantRefusal.NOT_YET);
        }
        return expires == null || expires.toInstant().isAfter(now.minus(SKEW))
                ? Optional.empty()
                : Optional.of(GrantRefusal.EXPIRED);
    }

    private static Optional<GrantRefusal> forWhat(JWTClaimsSet claims, FetchJob job) {
        if (!job.connectionId().equals(text(claims, "token"))) {
            return Optional.of(GrantRefusal.CONNECTION);
        }
        if (!job.provider().equals(text(claims, "provider"))) {
            return Optional.of(GrantRefusal.PROVIDER);
        }
        return allows(claims, job) ? Optional.empty() : Optional.of(GrantRefusal.SCOPE);
    }

    /// Only a fetch hands on what it read, so only a fetch needs a scope.
    private static boolean allows(JWTClaimsSet claims, FetchJob job) {
        ResourceQuery query = job.query();
        return job.kind() != JobKind.FETCH
                || (query != null && scopes(claims).contains(ScopePath.of(query.resource())));
    }

    private static Optional<GrantRefusal> id(JWTClaimsSet claims) {
        String id = claims.getJWTID();
        return id == null || OneTimeGrant.isId(id) ? Optional.empty() : Optional.of(GrantRefusal.MALFORMED);
    }

    /// The grant as one that is good for one job; empty where it has no id. To be asked once nothing speaks against
    /// it.
    Optional<OneTimeGrant> oneTime(JWTClaimsSet claims, FetchJob job) {
        Date expires = claims.getExpirationTime();
        Instant end = expires == null ? clock.instant().plus(REMEMBERED) : expires.toInstant();
        return Optional.ofNullable(claims.getJWTID()).map(id -> new OneTimeGrant(job.clientId(), id, end.plus(SKEW)));
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            String text = claims.getStringClaim(name);
            return text == null ? "" : text;
        } catch (ParseException e) {
            throw new WrongTypeException(e);
        }
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        try {
            List<String> scopes = claims.getStringListClaim("scopes");
            return scopes == null ? List.of() : scopes;
        } catch (ParseException e) {
            throw new WrongTypeException(e);
        }
    }

    /// A claim is there and is something else than it must be.
    private static final class WrongTypeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongTypeException(ParseException cause) {
            super(cause);
        }
    }
}

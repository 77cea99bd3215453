package dev.payfleet.worker.grant;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Grants as compact JWS, signed with ES256 by the upstream API. What is signed is looked at before what it says: a
/// claim of a grant that nobody signed is never read.
///
/// A disconnect needs no grant: it decrypts nothing, and a person's leaving must not fail for a permission that has
/// run out. A grant with an id of its own (`jti`) is good for one job; that is looked at last, so that a refused
/// grant is not used up.
///
/// Safe for use by many threads.
public final class SignedGrants implements GrantCheck {
    private final GrantKeys keys;
    private final ClaimRules rules;
    private final UsedGrants used;

    /// @param keys a JWKS file with public keys, read anew when it changes
    /// @param issuer who signs
    /// @param used the grants that were used before
    /// @throws GrantKeysException where the file holds no key that can be used, or holds a private one
    public SignedGrants(Path keys, String issuer, UsedGrants used, InstantSource clock) {
        this.keys = new GrantKeys(keys);
        this.rules = new ClaimRules(issuer, clock);
        this.used = used;
    }

    /// @throws GrantKeysException where the file can no longer be used; the job is then neither done nor refused
    @Override
    public Optional<GrantRefusal> refusal(FetchJob job) {
        return refusal(job, grant -> used.use(grant, job.jobId()));
    }

    @Override
    public Optional<GrantRefusal> reason(FetchJob job) {
        return refusal(job, grant -> used.mayUse(grant, job.jobId()));
    }

    private Optional<GrantRefusal> refusal(FetchJob job, Predicate<OneTimeGrant> unused) {
        return switch (job.kind()) {
            case DISCONNECT -> Optional.empty();
            case CONNECT, FETCH, REFRESH, ANSWER -> refusal(job.grant(), job, unused);
        };
    }

    private Optional<GrantRefusal> refusal(@Nullable String grant, FetchJob job, Predicate<OneTimeGrant> unused) {
        if (grant == null) {
            return Optional.of(GrantRefusal.MISSING);
        }
        try {
            JWT jwt = JWTParser.parse(grant);
            if (!isEs256(jwt.getHeader()) || !(jwt instanceof SignedJWT signed)) {
                return Optional.of(GrantRefusal.ALGORITHM);
            }
            return signatureRefusal(signed)
                    .or(() -> claims(signed)
                            .map(claims -> rules.refusal(claims, job).or(() -> replayed(claims, job, unused)))
                            .orElse(Optional.of(GrantRefusal.MALFORMED)));
        } catch (ParseException e) {
            return Optional.of(GrantRefusal.MALFORMED);
        }
    }

    private Optional<GrantRefusal> replayed(JWTClaimsSet claims, FetchJob job, Predicate<OneTimeGrant> unused) {
        return rules.oneTime(claims, job).filter(unused.negate()).map(_ -> GrantRefusal.REPLAYED);
    }

    private static boolean isEs256(Header header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm());
    }

    private Optional<GrantRefusal> signatureRefusal(SignedJWT signed) {
        List<ECKey> candidates = keys.candidates(signed.getHeader());
        if (candidates.isEmpty()) {
            return Optional.of(GrantRefusal.UNKNOWN_KEY);
        }
        return candidates.stream().anyMatch(key -> verifies(signed, key))
                ? Optional.empty()
                : Optional.of(GrantRefusal.SIGNATURE);
    }

    private static boolean verifies(SignedJWT signed, ECKey key) {
        try {
            return signed.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Optional<JWTClaimsSet> claims(SignedJWT signed) {
        try {
            return Optional.ofNullable(signed.getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}

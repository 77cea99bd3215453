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
import org.jspecify.annotations.Nullable;

/// Grants as compact JWS, signed with ES256 by the upstream API. What is signed is looked at before what it says: a
/// claim of a grant that nobody signed is never read.
///
/// A disconnect needs no grant: it decrypts nothing, and a person's leaving must not fail for a permission that has
/// run out. Whether a grant was used before (`jti`) is not looked at.
///
/// Safe for use by many threads.
public final class SignedGrants implements GrantCheck {
    private final GrantKeys keys;
    private final ClaimRules rules;

    /// @param keys a JWKS file with public keys, read anew when it changes
    /// @param issuer who signs
    /// @throws GrantKeysException where the file holds no key that can be used, or holds a private one
    public SignedGrants(Path keys, String issuer, InstantSource clock) {
        this.keys = new GrantKeys(keys);
        this.rules = new ClaimRules(issuer, clock);
    }

    /// @throws GrantKeysException where the file can no longer be used; the job is then neither done nor refused
    @Override
    public Optional<GrantRefusal> refusal(FetchJob job) {
        return switch (job.kind()) {
            case DISCONNECT -> Optional.empty();
            case CONNECT, FETCH, REFRESH, ANSWER -> refusal(job.grant(), job);
        };
    }

    private Optional<GrantRefusal> refusal(@Nullable String grant, FetchJob job) {
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
                            .map(claims -> rules.refusal(claims, job))
                            .orElse(Optional.of(GrantRefusal.MALFORMED)));
        } catch (ParseException e) {
            return Optional.of(GrantRefusal.MALFORMED);
        }
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

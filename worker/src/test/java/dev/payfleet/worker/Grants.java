package dev.payfleet.worker;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.payfleet.worker.job.FetchJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Signs grants, as the upstream API does.
final class Grants {
    static final String ISSUER = "https://api.example";

    private final ECKey key;

    /// @param file where the public key is published
    Grants(Path file) {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("stage").generate();
            Files.writeString(file, new JWKSet(key).toString(true));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same job with a grant for it.
    FetchJob granted(FetchJob job) {
        return with(job, sign(job));
    }

    /// The same job with this grant.
    static FetchJob with(FetchJob job, String grant) {
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
                grant,
                job.traceparent());
    }

    private String sign(FetchJob job) {
        List<String> scopes = job.query() == null
                ? List.of()
                : List.of("/2023-03-01/xhr/" + job.query().resource().wireName());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(job.clientId())
                        .subject("xhr")
                        .issueTime(Date.from(Instant.now()))
                        .claim("token", job.connectionId())
                        .claim("provider", job.provider())
                        .claim("scopes", scopes)
                        .build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}

package dev.payfleet.worker.grant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/// The public keys of a JWKS file, several at a time. The file is read for every question: it is small, and a key
/// that was taken out of it is dead at once, which a look at the file's time, coarse as it is, could not promise.
///
/// Safe for use by many threads.
final class GrantKeys {
    private final Path file;
    private volatile Parsed parsed;

    /// @throws GrantKeysException where the file holds no key that can be used, or holds a private one
    GrantKeys(Path file) {
        this.file = file;
        this.parsed = parse(read(file));
    }

    /// Those keys that may have signed this.
    ///
    /// @throws GrantKeysException where the file can no longer be used
    List<ECKey> candidates(JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return new JWKSelector(matcher)
                .select(current()).stream().map(JWK::toECKey).toList();
    }

    private JWKSet current() {
        String text = read(file);
        Parsed known = parsed;
        if (!known.text().equals(text)) {
            known = parse(text);
            parsed = known;
        }
        return known.keys();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new GrantKeysException("a JWKS file that can be read");
        }
    }

    private static Parsed parse(String text) {
        List<JWK> all;
        try {
            all = JWKSet.parse(text).getKeys();
        } catch (ParseException e) {
            throw new GrantKeysException("a JWKS file: {\"keys\": [...]}");
        }
        if (all.stream().anyMatch(JWK::isPrivate)) {
            throw new GrantKeysException("public keys alone; a private one is in it, and is to be replaced");
        }
        List<JWK> usable = all.stream().filter(GrantKeys::isUsable).toList();
        if (usable.isEmpty()) {
            throw new GrantKeysException("at least one EC key on the curve P-256");
        }
        return new Parsed(text, new JWKSet(usable));
    }

    /// A file may hold keys for other purposes; those verify nothing here.
    private static boolean isUsable(JWK key) {
        return key instanceof ECKey elliptic
                && Curve.P_256.equals(elliptic.getCurve())
                && (key.getAlgorithm() == null || JWSAlgorithm.ES256.equals(key.getAlgorithm()));
    }

    private record Parsed(String text, JWKSet keys) {}
}

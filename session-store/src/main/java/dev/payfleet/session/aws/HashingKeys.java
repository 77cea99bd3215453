package dev.payfleet.session.aws;

import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/// One key for each kind of keyed hash, derived by HKDF-SHA-256 with the use's name. Asked for once, when first
/// needed, and kept while the process lives: such a key opens nothing.
final class HashingKeys {
    private static final String HMAC = "HmacSHA256";
    private static final int LENGTH = 32;

    private final Supplier<byte[]> source;
    private volatile @Nullable Derived derived;

    private record Derived(Secret source, SecretKey fingerprint, SecretKey account) {}

    HashingKeys(Supplier<byte[]> source) {
        this.source = source;
    }

    /// Fingerprints credentials.
    SecretKey fingerprint() {
        return derived().fingerprint();
    }

    /// Marks accounts, see [AccountMark].
    SecretKey account() {
        return derived().account();
    }

    /// For a keyed hash of another kind.
    ///
    /// @param use its name, which no other kind has
    SecretKey derived(String use) {
        byte[] input = derived().source().bytes();
        try {
            return derive(input, "payfleet 1 hashing " + use);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    private Derived derived() {
        Derived ready = derived;
        if (ready == null) {
            byte[] input = source.get();
            try {
                ready = new Derived(
                        Secret.takeOwnershipOf(input.clone()),
                        derive(input, "payfleet 1 fingerprint"),
                        derive(input, "payfleet 1 account"));
            } finally {
                Arrays.fill(input, (byte) 0);
            }
            derived = ready;
        }
        return ready;
    }

    private static SecretKey derive(byte[] input, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            HMAC,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(input)
                                    .thenExpand(use.getBytes(StandardCharsets.US_ASCII), LENGTH));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
        }
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// One key for each use, derived from a secret by HKDF-SHA-256 with the use's name, so that no two uses
/// share a key.
final class DerivedKeys {
    static final int LENGTH = 32;

    private static final int ID_LENGTH = 8;

    private DerivedKeys() {}

    /// Wraps the data keys of sealed records (AES-256-GCM).
    static Secret wrapping(Secret key) {
        return Secret.takeOwnershipOf(derive(key, "payfleet 1 wrapping", LENGTH));
    }

    /// Fingerprints credentials (HMAC-SHA-256), and is where all keyed hashes come from, see [HashingKey].
    static Secret fingerprint(Secret key) {
        return Secret.takeOwnershipOf(derive(key, "payfleet 1 fingerprint", LENGTH));
    }

    /// For a keyed hash of another kind (HMAC-SHA-256).
    ///
    /// @param secret the one behind all keyed hashes, not a key of the key file
    static byte[] hashing(Secret secret, String use) {
        return derive(secret, "payfleet 1 hashing " + use, LENGTH);
    }

    static String id(Secret key) {
        return HexFormat.of().formatHex(derive(key, "payfleet 1 id", ID_LENGTH));
    }

    private static byte[] derive(Secret key, String use, int length) {
        byte[] input = key.bytes();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(input)
                            .thenExpand(use.getBytes(StandardCharsets.US_ASCII), length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }
}

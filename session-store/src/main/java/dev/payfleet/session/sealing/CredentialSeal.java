package dev.payfleet.session.sealing;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredCredential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Seals a credential as one record and fingerprints it. What is inside the seal is, in this order:
///
/// 1. four bytes: the length of the user name in bytes, big-endian
/// 2. the user name, UTF-8
/// 3. the password, UTF-8, to the end
public final class CredentialSeal {
    /// What a credential is sealed for.
    public static final String PURPOSE = "credential";

    private static final String HMAC = "HmacSHA256";

    private final Sealer sealer;
    private final Supplier<SecretKey> fingerprintKey;

    /// @param fingerprintKey for HMAC-SHA-256, used for nothing else; asked each time it is needed
    public CredentialSeal(Sealer sealer, Supplier<SecretKey> fingerprintKey) {
        this.sealer = sealer;
        this.fingerprintKey = fingerprintKey;
    }

    public byte[] seal(ConnectionKey key, Credential credential) {
        byte[] plain = joined(credential);
        try {
            return sealer.seal(key, PURPOSE, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// Opens what [#seal] returned for the same connection.
    ///
    /// @throws SealBrokenException when the record was changed or belongs to another connection
    public StoredCredential open(ConnectionKey key, byte[] sealed) {
        byte[] plain = sealer.open(key, PURPOSE, sealed);
        try {
            return new StoredCredential(split(key, plain), fingerprint(key, plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] joined(Credential credential) {
        byte[] username = credential.username().bytes();
        byte[] password = credential.password().bytes();
        try {
            return ByteBuffer.allocate(Integer.BYTES + username.length + password.length)
                    .putInt(username.length)
                    .put(username)
                    .put(password)
                    .array();
        } finally {
            Arrays.fill(username, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    private static Credential split(ConnectionKey key, byte[] plain) {
        int end = plain.length < Integer.BYTES ? -1 : ByteBuffer.wrap(plain).getInt() + Integer.BYTES;
        if (end < Integer.BYTES || end > plain.length) {
            throw new SealBrokenException(key, PURPOSE, "it holds no credential");
        }
        return new Credential(
                Secret.takeOwnershipOf(Arrays.copyOfRange(plain, Integer.BYTES, end)),
                Secret.takeOwnershipOf(Arrays.copyOfRange(plain, end, plain.length)));
    }

    /// The key of the connection goes in too: two people with the same password can't be told by it.
    private String fingerprint(ConnectionKey key, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(fingerprintKey.get());
            mac.update((key.clientId() + '\n' + key.connectionId() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(plain));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        }
    }
}

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
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Seals a credential as one record and fingerprints it. What is inside the seal is, in this order:
///
/// 1. four bytes: the length of the user name in bytes, big-endian; the first bit is set where the record holds the
///    secret of an authenticator
/// 2. the user name, UTF-8
/// 3. only with the secret of an authenticator: four bytes, the length of the password in bytes, big-endian
/// 4. the password, UTF-8; to the end, where there is no secret of an authenticator
/// 5. the secret of the authenticator, UTF-8, to the end
///
/// The fingerprint is over the first, second and fourth, with the bit unset: it is the same with and without the
/// secret of an authenticator.
public final class CredentialSeal {
    /// What a credential is sealed for.
    public static final String PURPOSE = "credential";

    private static final String HMAC = "HmacSHA256";
    private static final int WITH_AUTHENTICATOR = 1 << 31;

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
            Credential credential = split(key, ByteBuffer.wrap(plain));
            return new StoredCredential(credential, fingerprint(key, credential));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] joined(Credential credential) {
        byte[] username = credential.username().bytes();
        byte[] password = credential.password().bytes();
        byte[] authenticator = credential.authenticator().map(Secret::bytes).orElse(new byte[0]);
        boolean three = credential.authenticator().isPresent();
        try {
            int lengths = three ? 2 * Integer.BYTES : Integer.BYTES;
            ByteBuffer plain = ByteBuffer.allocate(lengths + username.length + password.length + authenticator.length);
            plain.putInt(three ? username.length | WITH_AUTHENTICATOR : username.length)
                    .put(username);
            if (three) {
                plain.putInt(password.length);
            }
            return plain.put(password).put(authenticator).array();
        } finally {
            Arrays.fill(username, (byte) 0);
            Arrays.fill(password, (byte) 0);
            Arrays.fill(authenticator, (byte) 0);
        }
    }

    private static Credential split(ConnectionKey key, ByteBuffer plain) {
        int first = length(key, plain);
        Secret username = secret(key, plain, first & ~WITH_AUTHENTICATOR);
        if ((first & WITH_AUTHENTICATOR) == 0) {
            return new Credential(username, secret(key, plain, plain.remaining()));
        }
        Secret password = secret(key, plain, length(key, plain));
        return new Credential(username, password, Optional.of(secret(key, plain, plain.remaining())));
    }

    private static int length(ConnectionKey key, ByteBuffer plain) {
        if (plain.remaining() < Integer.BYTES) {
            throw broken(key);
        }
        return plain.getInt();
    }

    private static Secret secret(ConnectionKey key, ByteBuffer plain, int length) {
        if (length < 0 || length > plain.remaining()) {
            throw broken(key);
        }
        byte[] value = new byte[length];
        plain.get(value);
        return Secret.takeOwnershipOf(value);
    }

    private static SealBrokenException broken(ConnectionKey key) {
        return new SealBrokenException(key, PURPOSE, "it holds no credential");
    }

    private String fingerprint(ConnectionKey key, Credential credential) {
        byte[] plain = joined(new Credential(credential.username(), credential.password()));
        try {
            return fingerprint(key, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
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

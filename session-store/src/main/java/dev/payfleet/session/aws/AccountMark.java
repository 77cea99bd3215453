package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Tells whether a credential is for the same account as the former one, without opening that: a keyed hash of
/// connection, provider and user name (HMAC-SHA-256, 64 hex digits). Without the key no name can be tried against
/// it.
final class AccountMark {
    private static final String HMAC = "HmacSHA256";

    private final Supplier<SecretKey> key;

    /// @param key used for nothing else, asked when first needed
    AccountMark(Supplier<SecretKey> key) {
        this.key = key;
    }

    String of(ConnectionKey connection, String provider, Secret username) {
        byte[] name = username.bytes();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.get());
            mac.update((connection + "\n" + provider + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(name));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        } finally {
            Arrays.fill(name, (byte) 0);
        }
    }
}

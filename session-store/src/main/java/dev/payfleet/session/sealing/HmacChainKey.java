package dev.payfleet.session.sealing;

import dev.payfleet.session.ChainKey;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// One key for all of a chain.
///
/// @param id its name
/// @param key asked when first needed
public record HmacChainKey(String id, Supplier<SecretKey> key) implements ChainKey {
    private static final String HMAC = "HmacSHA256";

    @Override
    public Optional<byte[]> hash(String name, byte[] message) {
        return name.equals(id) ? Optional.of(hash(message)) : Optional.empty();
    }

    private byte[] hash(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.get());
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        }
    }

    @Override
    public String toString() {
        return "HmacChainKey[" + id + "]";
    }
}

package dev.payfleet.worker.audit;

import dev.payfleet.session.ChainKey;
import dev.payfleet.session.sealing.HmacChainKey;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Keys for chains that last as long as a test.
public final class ChainKeys {
    private ChainKeys() {}

    /// The key of this name, always the same.
    public static ChainKey named(String id) {
        SecretKey key = new SecretKeySpec(id.repeat(8).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return new HmacChainKey(id, () -> key);
    }
}

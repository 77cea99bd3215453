package dev.payfleet.worker.refresh;

import dev.payfleet.session.ConnectionKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// One renewal of one session.
///
/// @param slot when it is due; may have passed
/// @param expiresAt when the session is thought to end; may have passed, and then a sign-in is likely
public record Refresh(ConnectionKey key, String provider, Instant slot, Instant expiresAt) {
    private static final UUID NAMESPACE = UUID.fromString("3f0d6a5e-0c52-4c0b-9d0a-6f1c5a2b7e11");

    /// The job's id: connection and slot as a name (RFC 9562, version 5). Whoever plans this refresh gives it the
    /// same, so that a second one is answered by the first.
    public UUID jobId() {
        return version5(key + "/" + slot.toEpochMilli());
    }

    private static UUID version5(String name) {
        ByteBuffer space = ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits());
        MessageDigest sha1 = sha1();
        sha1.update(space.array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

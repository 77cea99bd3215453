package dev.payfleet.provider.visit;

import dev.payfleet.provider.RecordKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Our ids of one connection's records: UUIDs of version 5 (RFC 9562, section 5.5) of connection, kind and the
/// provider's id, so that they are the same at every read and differ between connections. Immutable.
public final class RecordIds {

    /// Chosen once at random. A change would change every id the fleet has ever given.
    private static final UUID PAYFLEET = UUID.fromString("5f0b1d3e-6f4c-4c1b-9a57-2f6b8f3c7d10");

    private final UUID connection;

    /// The ids of the connection with this id.
    public RecordIds(String connectionId) {
        this.connection = version5(PAYFLEET, connectionId);
    }

    /// The id of the record that the provider calls `remoteId`.
    public UUID idOf(RecordKind kind, String remoteId) {
        // No kind holds a colon, so that two different pairs never give one name.
        return version5(connection, kind.wireValue() + ":" + remoteId);
    }

    /// An id made of a name (RFC 9562, version 5): the same for the same name, and for no other.
    public static UUID version5(UUID namespace, String name) {
        ByteBuffer space = ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits());
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

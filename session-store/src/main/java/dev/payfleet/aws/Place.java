package dev.payfleet.aws;

import dev.payfleet.session.ConnectionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the large records of one kind and connection lie in the bucket: `kind/hash of the
/// connection/name/fence/random`. A listing names nobody, and everything of a connection begins alike.
///
/// @param kind what lifecycle rules go by, for example `results`
/// @param name which of the connection's records of that kind
/// @param fence the claim that it is written under
public record Place(String kind, ConnectionKey owner, String name, long fence) {
    private static final int HASH_LENGTH = 16;

    String folder() {
        return folder(kind, owner) + name + "/";
    }

    static String folder(String kind, ConnectionKey owner) {
        return kind + "/" + hash(owner) + "/";
    }

    /// The claim that an object was written under.
    static long fenceOf(String object) {
        String[] parts = object.split("/");
        return Long.parseLong(parts[parts.length - 2]);
    }

    private static String hash(ConnectionKey owner) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(owner.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}

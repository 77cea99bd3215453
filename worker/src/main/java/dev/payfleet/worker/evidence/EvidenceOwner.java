package dev.payfleet.worker.evidence;

import dev.payfleet.session.ConnectionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The connection that evidence belongs to, as a word that names nobody: enough to delete it at a disconnect, not
/// enough to list a folder and read connections off it.
///
/// @param value 32 hexadecimal digits
public record EvidenceOwner(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public EvidenceOwner {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("evidence owner: expected 32 hexadecimal digits");
        }
    }

    /// The same word for the same connection, on every machine: the first half of a SHA-256 over tenant and
    /// connection.
    public static EvidenceOwner of(ConnectionKey connection) {
        MessageDigest sha256 = sha256();
        sha256.update("payfleet evidence".getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(connection.clientId().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(connection.connectionId().getBytes(StandardCharsets.UTF_8));
        return new EvidenceOwner(HexFormat.of().formatHex(sha256.digest(), 0, 16));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

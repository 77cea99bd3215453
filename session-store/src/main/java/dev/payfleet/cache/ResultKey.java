package dev.payfleet.cache;

import dev.payfleet.session.ConnectionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a result is the answer to.
///
/// @param question the canonical text of resource and parameters, parameters in alphabetical order, for example
///     `payruns?end_date=2026-12-31&start_date=2026-01-01`
public record ResultKey(ConnectionKey connection, String provider, String question) {
    private static final int ID_LENGTH = 16;

    public ResultKey {
        require("provider", provider);
        require("question", question);
    }

    private static void require(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
    }

    /// An opaque name for the result, which tells nothing of the question: 32 hex digits, the same for the same
    /// key.
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(connection.clientId(), connection.connectionId(), provider, question)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}

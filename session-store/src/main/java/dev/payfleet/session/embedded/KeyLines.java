package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes what a [KeyFile] consists of.
final class KeyLines {
    private static final String MARK = "payfleet-key-1";
    private static final Pattern LINE = Pattern.compile(MARK + " ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)\\s*");

    private KeyLines() {}

    /// @param file for messages
    /// @param content not changed
    /// @throws KeyFileException when one of the lines is none, or there is none
    static SequencedMap<String, Secret> read(Path file, byte[] content) {
        SequencedMap<String, Secret> keys = new LinkedHashMap<>();
        for (String line : (Iterable<String>) new String(content, StandardCharsets.ISO_8859_1).lines()::iterator) {
            Secret key = key(file, line);
            keys.putLast(DerivedKeys.id(key), key);
        }
        if (keys.isEmpty()) {
            throw noKeyFile(file);
        }
        return keys;
    }

    private static Secret key(Path file, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw noKeyFile(file);
        }
        Secret key = Secret.takeOwnershipOf(Base64.getDecoder().decode(line.group(2)));
        if (!DerivedKeys.id(key).equals(line.group(1))) {
            throw new KeyFileException(file, "is damaged, its id and its key don't belong together: restore it");
        }
        return key;
    }

    private static KeyFileException noKeyFile(Path file) {
        return new KeyFileException(
                file,
                "is not one: expected in each line `" + MARK + "`, a key id and 32 bytes in Base64, and nothing else");
    }

    static byte[] written(SequencedMap<String, Secret> keys) {
        StringBuilder lines = new StringBuilder();
        keys.forEach((id, key) -> lines.append(MARK)
                .append(' ')
                .append(id)
                .append(' ')
                .append(base64(key))
                .append('\n'));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(Secret key) {
        byte[] bytes = key.bytes();
        try {
            return Base64.getEncoder().encodeToString(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.OwnerOnlyFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The secret that everything embedded is sealed under: a file of mode 0600 that never leaves the machine.
/// Whoever loses it loses what was sealed; whoever copies it together with the database can read it.
///
/// The file is one line of text, in this order, with a space between:
///
/// 1. `payfleet-key-1`: what it is, and the version of this layout
/// 2. the key's id, 16 hex digits, derived from the key: a damaged file is noticed, and a database tells its
///    key by it
/// 3. the key: 32 random bytes in Base64
public final class KeyFile {
    private static final String MARK = "payfleet-key-1";
    private static final Pattern LINE = Pattern.compile(MARK + " ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)\\s*");
    private static final int LONGEST = 256;

    private final Path path;
    private final Secret key;
    private final String id;

    private KeyFile(Path path, Secret key) {
        this.path = path;
        this.key = key;
        this.id = DerivedKeys.id(key);
    }

    /// Reads the file, or makes a new one when there is none.
    ///
    /// @throws KeyFileException see [#read]
    public static KeyFile readOrCreate(Path file) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            createIfMissing(file);
        }
        return read(file);
    }

    /// Reads the file.
    ///
    /// @throws KeyFileException when it is missing, no regular file, readable by others than its owner, or no
    ///     key file of ours
    public static KeyFile read(Path file) {
        try {
            Optional<String> trouble = OwnerOnlyFile.trouble(file);
            if (trouble.isPresent()) {
                throw new KeyFileException(file, trouble.get());
            }
            return new KeyFile(file, keyIn(file));
        } catch (IOException failure) {
            throw new KeyFileException(file, "can't be read: check its owner", failure);
        }
    }

    private static void createIfMissing(Path file) {
        byte[] fresh = new byte[DerivedKeys.LENGTH];
        new SecureRandom().nextBytes(fresh);
        try (Secret key = Secret.takeOwnershipOf(fresh)) {
            String line =
                    MARK + " " + DerivedKeys.id(key) + " " + Base64.getEncoder().encodeToString(fresh) + "\n";
            OwnerOnlyFile.create(file, draft -> Files.writeString(draft, line, StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new KeyFileException(file, "can't be created: " + failure.getMessage(), failure);
        }
    }

    private static Secret keyIn(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(LONGEST);
        }
        try {
            Matcher line = LINE.matcher(new String(content, StandardCharsets.ISO_8859_1));
            if (!line.matches()) {
                throw new KeyFileException(
                        file, "is not one: expected one line of `" + MARK + "`, a key id and 32 bytes in Base64");
            }
            Secret key = Secret.takeOwnershipOf(Base64.getDecoder().decode(line.group(2)));
            if (!DerivedKeys.id(key).equals(line.group(1))) {
                throw new KeyFileException(file, "is damaged, its id and its key don't belong together: restore it");
            }
            return key;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Where the file is.
    public Path path() {
        return path;
    }

    /// Identifies the key and tells nothing about it.
    public String id() {
        return id;
    }

    Secret key() {
        return key;
    }

    @Override
    public String toString() {
        return "KeyFile[" + path + ", id " + id + "]";
    }
}

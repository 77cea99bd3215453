package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.OwnerOnlyFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The secrets that everything embedded is sealed under: a file of mode 0600 that never leaves the machine.
/// Whoever loses it loses what was sealed; whoever copies it together with the database can read it.
///
/// The file is lines of text, one for each key, usually one; all of them open, and the last seals. There are several
/// while a rotation is under way. A line is, in this order, with a space between:
///
/// 1. `payfleet-key-1`: what it is, and the version of this layout
/// 2. the key's id, 16 hex digits, derived from the key: a damaged file is noticed, and a database tells its
///    keys by it
/// 3. the key: 32 random bytes in Base64
///
/// What was read stays as it was read, whatever happens to the file.
public final class KeyFile {
    /// About fifty keys.
    private static final int LONGEST = 4096;

    private final Path path;
    private final FileStamp stamp;
    private final SequencedMap<String, Secret> keys;

    private KeyFile(Path path, FileStamp stamp, SequencedMap<String, Secret> keys) {
        this.path = path;
        this.stamp = stamp;
        this.keys = keys;
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
            // Before the content: what is written in between is then noticed later.
            FileStamp stamp = FileStamp.of(file);
            return new KeyFile(file, stamp, keysIn(file));
        } catch (IOException failure) {
            throw new KeyFileException(file, "can't be read: check its owner", failure);
        }
    }

    private static void createIfMissing(Path file) {
        try (Secret key = fresh()) {
            byte[] line = KeyLines.written(new LinkedHashMap<>(Map.of(DerivedKeys.id(key), key)));
            OwnerOnlyFile.create(file, draft -> fill(draft, line));
        } catch (IOException failure) {
            throw new KeyFileException(file, "can't be created: " + failure.getMessage(), failure);
        }
    }

    private static Secret fresh() {
        byte[] bytes = new byte[DerivedKeys.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return Secret.takeOwnershipOf(bytes);
    }

    private static void fill(Path draft, byte[] lines) throws IOException {
        try {
            Files.write(draft, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } finally {
            Arrays.fill(lines, (byte) 0);
        }
    }

    private static SequencedMap<String, Secret> keysIn(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(LONGEST);
        }
        try {
            return KeyLines.read(file, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Where the file is.
    public Path path() {
        return path;
    }

    /// Identifies the key that seals, and tells nothing about it.
    public String id() {
        return keys.lastEntry().getKey();
    }

    /// The ids of all keys in it, in their order: the last is the one that seals.
    public List<String> ids() {
        return List.copyOf(keys.sequencedKeySet());
    }

    /// What the file looked like when it was read.
    FileStamp stamp() {
        return stamp;
    }

    /// The key that seals.
    Secret key() {
        return keys.lastEntry().getValue();
    }

    /// The first key in it: the oldest, unless a rotation has just begun.
    Secret first() {
        return keys.firstEntry().getValue();
    }

    /// Each key by its id.
    SequencedMap<String, Secret> keys() {
        return keys;
    }

    /// Adds a new key that opens and does not seal yet: as the first.
    ///
    /// @return the file as it is now
    KeyFile withNewKey() {
        SequencedMap<String, Secret> more = new LinkedHashMap<>(keys);
        Secret key = fresh();
        more.putFirst(DerivedKeys.id(key), key);
        return replaced(more);
    }

    /// Makes one of the keys the one that seals.
    ///
    /// @return the file as it is now
    KeyFile sealingWith(String id) {
        SequencedMap<String, Secret> ordered = new LinkedHashMap<>(keys);
        ordered.putLast(id, present(id));
        return replaced(ordered);
    }

    /// Takes all other keys out.
    ///
    /// @return the file as it is now
    KeyFile only(String id) {
        SequencedMap<String, Secret> one = new LinkedHashMap<>();
        one.put(id, present(id));
        return replaced(one);
    }

    private Secret present(String id) {
        Secret key = keys.get(id);
        if (key == null) {
            throw new KeyFileException(path, "has no key " + id + " anymore: restore it");
        }
        return key;
    }

    private KeyFile replaced(SequencedMap<String, Secret> written) {
        try {
            OwnerOnlyFile.replace(path, draft -> fill(draft, KeyLines.written(written)));
        } catch (IOException failure) {
            throw new KeyFileException(path, "can't be written: check the owner of its folder", failure);
        }
        return read(path);
    }

    @Override
    public String toString() {
        return "KeyFile[" + path + ", ids " + ids() + "]";
    }
}

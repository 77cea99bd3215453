package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Looks for sealed records of a connection in the bytes of the database and its log, as someone would who found
/// the disk: no key and no query, so that what SQLite no longer shows is found too. The head of a sealed record
/// names its connection in the clear, each part after its length.
final class SealedTraces {
    private static final int CHUNK = 1 << 20;

    private SealedTraces() {}

    /// How many heads of sealed records of this connection stand in the files.
    static int count(Path database, ConnectionKey key) {
        byte[] head = head(key);
        int found = 0;
        for (Path file : List.of(database, database.resolveSibling(database.getFileName() + "-wal"))) {
            found += count(file, head);
        }
        return found;
    }

    /// `connection` and its value as the encryption context holds them, and the beginning of the `purpose` that
    /// follows: the names are in alphabetical order.
    private static byte[] head(ConnectionKey key) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (String part : List.of("connection", key.connectionId(), "purpose")) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            head.write(text.length >> Byte.SIZE);
            head.write(text.length);
            head.writeBytes(text);
        }
        return head.toByteArray();
    }

    private static int count(Path file, byte[] head) {
        int found = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] kept = new byte[0];
            byte[] read = in.readNBytes(CHUNK);
            while (read.length > 0) {
                byte[] window = Arrays.copyOf(kept, kept.length + read.length);
                System.arraycopy(read, 0, window, kept.length, read.length);
                found += count(window, head);
                // What may be the beginning of a head that goes on in the next chunk.
                kept = Arrays.copyOfRange(window, Math.max(0, window.length - head.length + 1), window.length);
                read = in.readNBytes(CHUNK);
            }
            return found;
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the database's files can't be searched", e);
        }
    }

    private static int count(byte[] window, byte[] head) {
        int found = 0;
        for (int at = 0; at + head.length <= window.length; at++) {
            if (window[at + 2] == head[2] && Arrays.equals(window, at, at + head.length, head, 0, head.length)) {
                found++;
            }
        }
        return found;
    }
}

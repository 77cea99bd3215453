package dev.payfleet.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The first hundred bytes of a database, read without SQLite, so that looking at a foreign file can't change it.
/// The offsets are those of SQLite's file format, section 1.3.
record DatabaseHeader(boolean sqlite, int applicationId) {
    /// "PFLT", which SQLite keeps for us in the header of each database that we make.
    static final int OURS = 0x50464C54;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int APPLICATION_ID_OFFSET = 68;

    static DatabaseHeader of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LENGTH);
        }
        if (head.length < LENGTH || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new DatabaseHeader(false, 0);
        }
        return new DatabaseHeader(true, ByteBuffer.wrap(head).getInt(APPLICATION_ID_OFFSET));
    }

    boolean ours() {
        return sqlite && applicationId == OURS;
    }
}

package dev.payfleet.worker.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;

/// A PNG picture, looked at for words beside its pixels (PNG specification, section 11.3.3).
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_FRAME = 12;

    private PngFile() {}

    static boolean isPng(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))
                && !chunks(file, "IDAT").isEmpty();
    }

    /// What its text chunks say, compressed ones unpacked; a chunk that cannot be unpacked is given as it is.
    static List<byte[]> texts(byte[] file) {
        List<byte[]> texts = new ArrayList<>();
        for (String type : List.of("tEXt", "zTXt", "iTXt", "eXIf")) {
            for (byte[] chunk : chunks(file, type)) {
                texts.add(chunk);
                texts.add(unpacked(chunk));
            }
        }
        return texts;
    }

    private static List<byte[]> chunks(byte[] file, String type) {
        List<byte[]> chunks = new ArrayList<>();
        int at = SIGNATURE.length;
        while (at + CHUNK_FRAME <= file.length) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || at + CHUNK_FRAME + length > file.length) {
                break;
            }
            if (new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals(type)) {
                chunks.add(Arrays.copyOfRange(file, at + 8, at + 8 + length));
            }
            at += CHUNK_FRAME + length;
        }
        return chunks;
    }

    /// The compressed part begins somewhere after the keyword's zero byte.
    private static byte[] unpacked(byte[] chunk) {
        for (int at = 0; at < chunk.length; at++) {
            if (chunk[at] == 0x78) {
                try (InflaterInputStream in =
                        new InflaterInputStream(new ByteArrayInputStream(chunk, at, chunk.length - at))) {
                    return in.readAllBytes();
                } catch (IOException e) {
                    // Not here.
                }
            }
        }
        return chunk;
    }
}

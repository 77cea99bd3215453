package dev.payfleet.worker.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Passes a request's body on, byte by byte as it is, and stops exactly where it ends: what follows is the next
/// request, and has to pass the wall itself.
final class RequestBody {
    private static final int LINE_LIMIT = 8 * 1024;
    private static final int TRAILER_LINES = 64;

    private RequestBody() {}

    static void forward(HeadInput in, BodyFraming framing, OutputStream out)
            throws IOException, RefusedRequestException {
        switch (framing) {
            case BodyFraming.Fixed(long length) -> in.copyTo(out, length);
            case BodyFraming.Chunked() -> forwardChunks(in, out);
        }
    }

    private static void forwardChunks(HeadInput in, OutputStream out) throws IOException, RefusedRequestException {
        long size;
        do {
            byte[] line = in.line(LINE_LIMIT);
            size = chunkSize(line);
            out.write(line);
            if (size > 0) {
                in.copyTo(out, size);
                out.write(lineEnd(in.line(LINE_LIMIT)));
            }
        } while (size > 0);
        forwardTrailers(in, out);
    }

    private static void forwardTrailers(HeadInput in, OutputStream out) throws IOException, RefusedRequestException {
        for (int lines = 0; lines < TRAILER_LINES; lines++) {
            byte[] line = in.line(LINE_LIMIT);
            String text = text(line);
            if (!text.isEmpty()) {
                HeaderField.parse(text);
            }
            out.write(line);
            if (text.isEmpty()) {
                return;
            }
        }
        throw new RefusedRequestException("the number of trailers");
    }

    private static long chunkSize(byte[] line) throws RefusedRequestException {
        String text = text(line);
        // Chunk extensions are of use to nobody but smugglers.
        if (!text.matches("[0-9a-fA-F]{1,15}")) {
            throw new RefusedRequestException("a chunk's size");
        }
        return Long.parseLong(text, 16);
    }

    private static byte[] lineEnd(byte[] line) throws RefusedRequestException {
        if (!text(line).isEmpty()) {
            throw new RefusedRequestException("a chunk's end");
        }
        return line;
    }

    private static String text(byte[] line) throws RefusedRequestException {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r\n") || text.indexOf('\r') < text.length() - 2) {
            throw new RefusedRequestException("a line end");
        }
        return text.substring(0, text.length() - 2);
    }
}

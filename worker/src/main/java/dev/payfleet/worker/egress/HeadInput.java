package dev.payfleet.worker.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/// A socket's input, from which whole heads are taken and the rest is passed on. Used by one thread.
final class HeadInput {
    /// A head that is longer is refused; Chromium's own limit for a response's head is four times as much.
    static final int HEAD_LIMIT = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[8 * 1024];
    private int start;
    private int end;

    HeadInput(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    /// The next head with its closing empty line; an empty array when the sender closed instead of beginning one.
    ///
    /// @param patience from the head's first byte, or from now if `atOnce`
    byte[] head(Duration patience, boolean atOnce) throws IOException, RefusedRequestException {
        if (!atOnce && start == end && fill(0) < 0) {
            return new byte[0];
        }
        long deadline = System.nanoTime() + patience.toNanos();
        int searched = start;
        while (true) {
            int headEnd = headEnd(searched);
            if (headEnd > 0) {
                byte[] head = Arrays.copyOfRange(buffer, start, headEnd);
                start = headEnd;
                return head;
            }
            if (end - start >= HEAD_LIMIT) {
                throw new RefusedRequestException("a head of more than 64 KiB");
            }
            int kept = Math.max(0, end - start - 3);
            if (fill(deadline) < 0) {
                throw new EOFException("closed within a head");
            }
            searched = start + kept;
        }
    }

    /// So many bytes from the front and whatever came with them; they are taken.
    byte[] atLeast(int length) throws IOException {
        while (end - start < length) {
            if (fill(0) < 0) {
                throw new EOFException("closed within an answer");
            }
        }
        byte[] taken = Arrays.copyOfRange(buffer, start, end);
        start = end;
        return taken;
    }

    /// Passes on exactly so many bytes.
    void copyTo(OutputStream out, long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (start == end && fill(0) < 0) {
                throw new EOFException("closed within a body");
            }
            int now = (int) Math.min(left, end - start);
            out.write(buffer, start, now);
            start += now;
            left -= now;
        }
    }

    /// Passes on all that comes, until the sender closes.
    void copyAllTo(OutputStream out) throws IOException {
        do {
            out.write(buffer, start, end - start);
            start = end;
        } while (fill(0) >= 0);
    }

    /// The next line with its line end, of at most `limit` bytes.
    byte[] line(int limit) throws IOException, RefusedRequestException {
        int searched = 0;
        while (true) {
            for (; start + searched < end; searched++) {
                if (buffer[start + searched] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, start + searched + 1);
                    start += line.length;
                    return line;
                }
            }
            if (searched >= limit) {
                throw new RefusedRequestException("a line of a chunked body");
            }
            if (fill(0) < 0) {
                throw new EOFException("closed within a body");
            }
        }
    }

    private int headEnd(int from) {
        for (int i = from; i + 3 < end; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    /// Reads some more, before the deadline on [System#nanoTime] if it is not 0.
    private int fill(long deadline) throws IOException {
        makeRoom();
        socket.setSoTimeout(deadline == 0 ? 0 : millisUntil(deadline));
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count;
    }

    private static int millisUntil(long deadline) throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new SocketTimeoutException("a head took too long");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private void makeRoom() {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            byte[] target = start > 0 ? buffer : new byte[buffer.length * 2];
            System.arraycopy(buffer, start, target, 0, end - start);
            buffer = target;
            end -= start;
            start = 0;
        }
    }
}

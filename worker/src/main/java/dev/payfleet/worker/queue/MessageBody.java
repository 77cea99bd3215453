package dev.payfleet.worker.queue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of a message. Immutable; equal when the bytes are; prints its size alone.
public final class MessageBody {

    /// The largest body that is accepted, 64 KiB: the contract's limit.
    public static final int MAX_BYTES = 64 * 1024;

    private final byte[] bytes;

    private MessageBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A body with a copy of these bytes, which may be anything.
    public static MessageBody of(byte[] bytes) {
        return new MessageBody(bytes.clone());
    }

    /// A body with this text in UTF-8.
    public static MessageBody of(String text) {
        return new MessageBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The number of bytes.
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageBody body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "<" + bytes.length + " bytes>";
    }
}

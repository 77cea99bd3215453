package dev.payfleet.worker.evidence;

import java.util.Arrays;

/// A picture in which no pixel of a person's page is. This type can't tell that; whoever makes one answers for it.
public final class RedrawnPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] bytes;

    private RedrawnPng(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy.
    ///
    /// @throws IllegalArgumentException when it is not a PNG
    public static RedrawnPng of(byte[] png) {
        if (png.length < SIGNATURE.length || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("evidence picture: expected a PNG");
        }
        return new RedrawnPng(png.clone());
    }

    /// A copy of the file's bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedrawnPng that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PNG of " + bytes.length + " bytes";
    }
}

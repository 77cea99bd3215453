package dev.payfleet.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// A value that must not be seen: it prints as `<redacted>`, wherever it is printed, and can be destroyed.
///
/// Safe for use by several threads. It is not serializable, and has no getter that a serializer would take for
/// one.
public final class Secret implements AutoCloseable {
    private static final String REDACTED = "<redacted>";

    private final byte[] value;
    private boolean destroyed;

    private Secret(byte[] value) {
        this.value = value;
    }

    /// A secret text. The string itself stays in memory until it is collected; where bytes are at hand, give
    /// those.
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A secret that keeps, and at the end overwrites, this very array; the caller no longer uses it.
    public static Secret takeOwnershipOf(byte[] value) {
        return new Secret(value);
    }

    /// The secret as text (UTF-8), for the one place that needs it.
    ///
    /// @throws IllegalStateException after [#close()]
    public String reveal() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// A copy of the secret; overwrite it after use.
    ///
    /// @throws IllegalStateException after [#close()]
    public synchronized byte[] bytes() {
        if (destroyed) {
            throw new IllegalStateException("this secret was destroyed");
        }
        return value.clone();
    }

    /// Overwrites the value with zeroes.
    @Override
    public synchronized void close() {
        Arrays.fill(value, (byte) 0);
        destroyed = true;
    }

    /// Equal when both hold the same value, compared in a time that does not tell where they differ. A
    /// destroyed secret equals only itself.
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Secret that && sameValue(that));
    }

    private boolean sameValue(Secret that) {
        // One lock after the other, never both: two threads that compare crosswise must not block each other.
        byte[] theirs;
        synchronized (that) {
            if (that.destroyed) {
                return false;
            }
            theirs = that.value.clone();
        }
        try {
            synchronized (this) {
                return !destroyed && MessageDigest.isEqual(value, theirs);
            }
        } finally {
            Arrays.fill(theirs, (byte) 0);
        }
    }

    /// The same for every secret: hash codes get printed, and one of a password helps to guess it.
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}

package dev.payfleet.scrub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// The secrets in use by running jobs: user names, passwords, cookie values. While one is registered it is replaced
/// wherever it would appear, whatever its case, also percent-encoded, form-encoded, base64-encoded (alone or as a
/// part of more), JSON-escaped and HTML-escaped. Safe to use from any thread; looking a text up takes no lock.
///
/// A value under [#SHORTEST] characters is not replaced: it would occur by chance in most lines (`42` in every
/// `2042`), and a line full of holes tells where it stood. Such values are left to the patterns of [TextScrubbers].
public final class KnownSecrets {
    /// The fewest characters a value must have to be replaced.
    public static final int SHORTEST = 4;

    private final Object lock = new Object();
    private final Map<String, Integer> uses = new HashMap<>();
    private volatile SpellingIndex index = SpellingIndex.of(List.of());

    /// Registers a value until the registration is closed. A value registered twice stays until both are closed.
    public Registration add(String value) {
        if (value.length() < SHORTEST) {
            return () -> {};
        }
        count(value, 1);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                count(value, -1);
            }
        };
    }

    private void count(String value, int change) {
        synchronized (lock) {
            boolean known = uses.containsKey(value);
            uses.merge(value, change, Integer::sum);
            uses.values().removeIf(count -> count == 0);
            if (known != uses.containsKey(value)) {
                index = SpellingIndex.of(uses.keySet());
            }
        }
    }

    /// Whether a registered value is in the text, in any spelling.
    public boolean isIn(String text) {
        return index.isIn(text);
    }

    String scrub(String text) {
        return index.replace(text, TextScrubbers.REDACTED);
    }

    @Override
    public String toString() {
        return "KnownSecrets[<redacted>]";
    }

    /// Ends a registration. Closing again does nothing.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}

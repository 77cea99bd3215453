package dev.payfleet.worker.config;

import java.util.Locale;
import java.util.Optional;

/// One thing that the program can be told. It has one name as a variable and the same name in a file.
///
/// @param name as a variable, `PAYFLEET_…`
/// @param group which part of the program it is for
/// @param meaning one line, as README.md has it
/// @param kind what it takes
/// @param usual what holds when it is not set, as its kind reads it; empty where nothing does
/// @param usualWords the same in words, as README.md has it
public record Setting<T>(
        String name, Group group, String meaning, Kind<T> kind, Optional<String> usual, String usualWords) {
    /// What the name of every variable begins with.
    public static final String PREFIX = "PAYFLEET_";

    public Setting {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("name: expected it to begin with " + PREFIX);
        }
    }

    /// Which part of the program a setting is for, and the heading above it in README.md.
    public enum Group {
        WORKER("The worker"),
        GRANTS("Grants"),
        REFRESHES("Refreshes"),
        AWS("AWS");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        /// What stands above its settings.
        public String heading() {
            return heading;
        }
    }

    /// A setting that holds a value even where nobody sets it.
    static <T> Setting<T> usually(String name, Group group, String meaning, Kind<T> kind, String usual) {
        return new Setting<>(name, group, meaning, kind, Optional.of(usual), "`" + usual + "`");
    }

    /// A setting that may stay away.
    ///
    /// @param without what its absence means
    static <T> Setting<T> maybe(String name, Group group, String meaning, Kind<T> kind, String without) {
        return new Setting<>(name, group, meaning, kind, Optional.empty(), without);
    }

    /// The name in a file: `PAYFLEET_JOBS_IN_FLIGHT` is `jobs-in-flight` there.
    public String key() {
        return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

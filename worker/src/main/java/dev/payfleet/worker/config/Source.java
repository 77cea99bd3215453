package dev.payfleet.worker.config;

import java.nio.file.Path;

/// Where a value comes from. The environment beats the file, and the file beats what usually holds.
public sealed interface Source {
    /// Nobody set it.
    record Usual() implements Source {}

    /// A variable of the process.
    record Environment() implements Source {}

    /// A line of the file that `PAYFLEET_CONFIG` names.
    ///
    /// @param line from 1
    record FileLine(Path file, int line) implements Source {}

    /// In words, for people.
    default String words() {
        return switch (this) {
            case Usual _ -> "default";
            case Environment _ -> "environment";
            case FileLine(Path file, int line) -> file + " line " + line;
        };
    }
}

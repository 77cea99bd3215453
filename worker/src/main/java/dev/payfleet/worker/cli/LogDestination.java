package dev.payfleet.worker.cli;

import java.nio.file.Path;

/// Port: where the program's log goes, as JSON lines. Told once per process, before the first line is logged.
public interface LogDestination {
    /// To the standard output, which then holds nothing else.
    void standardOutput();

    /// To the end of a file, which is made when it is missing, with its folder.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written
    void file(Path file);
}

package dev.payfleet.worker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where `submit` finds its jobs.
final class JobSource {
    private JobSource() {}

    /// @param name a file, or `-` for the standard input
    static byte[] of(String name, InputStream standardInput) {
        try {
            return name.equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.USAGE, "FILE: there is no such file", "give one that is there, or -");
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, "FILE: cannot be read", "give a file of jobs that you may read, or -");
        }
    }
}

package dev.payfleet.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The grant of a job that a command sends.
final class GrantOption {
    @Option(
            names = "--grant-file",
            paramLabel = "FILE",
            description = "A file with the grant for this connection, where the fleet asks for grants.")
    private @Nullable Path file;

    /// The grant, or null where none was given.
    ///
    /// @throws CommandException when the file cannot be read
    @Nullable
    String read() {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--grant-file: the file cannot be read", "give the path of a file with the grant");
        }
    }
}

package dev.payfleet.worker;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.logging.JsonLines;
import dev.payfleet.worker.cli.LogDestination;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The program's log, as scrubbed JSON lines. What is logged before a command says where to goes to
/// standard error. Few commands log anything by then, and those that do not must not pay for a log.
final class ProcessLog implements LogDestination {
    private final KnownSecrets secrets;

    ProcessLog(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void standardOutput() {
        JsonLines _ = JsonLines.install(new FileOutputStream(FileDescriptor.out), secrets);
    }

    @Override
    public void file(Path file) {
        Path path = file.toAbsolutePath();
        try {
            if (Files.notExists(path.getParent())) {
                Files.createDirectories(
                        path.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            JsonLines _ = JsonLines.install(path, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("the log file cannot be written", e);
        }
    }
}

package dev.payfleet.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of a worker's files, which only its user may open.
final class PrivateHome {
    private PrivateHome() {}

    /// Makes it if it is not there.
    static void make(Path home) {
        try {
            if (Files.notExists(home)) {
                Files.createDirectories(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PAYFLEET_HOME cannot be made; name a folder that can be written", e);
        }
    }
}

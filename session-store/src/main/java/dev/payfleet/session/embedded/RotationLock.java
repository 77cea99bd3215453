package dev.payfleet.session.embedded;

import dev.payfleet.session.keys.RotationBusyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets one process at a time change the key file. The system takes the lock from who ends, however that is; the
/// empty file that it lies on stays.
final class RotationLock implements AutoCloseable {
    private final FileChannel channel;

    private RotationLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws RotationBusyException when another has it
    static RotationLock take(Path keyFile) {
        Path path = keyFile.resolveSibling(keyFile.getFileName() + ".rotation");
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (!locked(channel)) {
                channel.close();
                throw new RotationBusyException();
            }
            return new RotationLock(channel);
        } catch (IOException failure) {
            throw new KeyFileException(keyFile, "can't be written: check the owner of its folder", failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}

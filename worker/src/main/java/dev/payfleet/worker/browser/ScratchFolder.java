package dev.payfleet.worker.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// This worker's temporary files: `<home>/tmp/worker-<pid>-<n>/`, readable by its own user only. A browser's
/// downloads, profiles and the driver's artifacts lie there, and all of it goes when the lanes close.
///
/// Each folder is held by a file lock, which dies with its process. So a worker that starts can tell what a killed
/// one left behind (and wipes it) from what a living one uses, in containers too, where every worker has the same
/// process id.
final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "worker-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private ScratchFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Wipes what dead workers left below `home`, and makes a folder for this one.
    static ScratchFolder open(Path home) {
        try {
            Path all = Files.createDirectories(home.resolve("tmp"));
            synchronized (ScratchFolder.class) {
                try (FileChannel gate = lockFile(all.resolve(LOCK));
                        FileLock held = gate.lock()) {
                    wipeLeftovers(all);
                    return create(all, held);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's temporary folder can't be made below " + home, e);
        }
    }

    Path path() {
        return path;
    }

    /// A folder of its own for one browser.
    Path forLane(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() {
        FolderWipe.of(path);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder's lock", e);
        }
    }

    // Only within the gate, so that nobody takes a folder without its lock for a leftover.
    private static ScratchFolder create(Path all, FileLock gate) throws IOException {
        if (!gate.isValid()) {
            throw new IOException("the lock on the temporary folder was lost");
        }
        Path folder = Files.createTempDirectory(
                all,
                PREFIX + ProcessHandle.current().pid() + "-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = lockFile(folder.resolve(LOCK));
        if (channel.tryLock() == null) {
            throw new IOException("a new folder is locked by another process");
        }
        return new ScratchFolder(folder, channel);
    }

    private static void wipeLeftovers(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isLeftover(folder)) {
                    FolderWipe.of(folder);
                }
            }
        }
    }

    private static boolean isLeftover(Path folder) throws IOException {
        try (FileChannel channel = lockFile(folder.resolve(LOCK));
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
            return false;
        }
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}

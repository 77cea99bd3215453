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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// This worker's temporary files: `<home>/tmp/w<n>/`, readable by its own user only. A browser's
/// downloads, profiles and the driver's artifacts lie there, and all of it goes when the lanes close.
///
/// Each folder is held by a file lock, which dies with its process. So a worker that starts can tell what a killed
/// one left behind (and wipes it) from what a living one uses, in containers too, where every worker has the same
/// process id.
final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "w";
    /// A socket's path has 107 bytes at most (unix(7)), of which the full browser needs 60 below this folder. So
    /// names are short, and a home that is too deep has its temporary files elsewhere.
    private static final int DEEPEST = 47;

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;
    private final AtomicInteger lanes = new AtomicInteger();

    private ScratchFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Wipes what dead workers left below `home`, and makes a folder for this one.
    static ScratchFolder open(Path home) {
        try {
            Path all = Files.createDirectories(shallow(home));
            requireSameOwner(all, home);
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

    private static Path shallow(Path home) {
        Path below = home.resolve("tmp");
        return below.toString().length() <= DEEPEST
                ? below
                : Path.of(System.getProperty("java.io.tmpdir"), "payfleet-" + Integer.toHexString(home.hashCode()));
    }

    /// Elsewhere than below home, somebody else may have made the folder first.
    private static void requireSameOwner(Path folder, Path home) throws IOException {
        if (!Files.getOwner(folder).equals(Files.getOwner(home))) {
            throw new IOException(folder + " belongs to somebody else");
        }
    }

    Path path() {
        return path;
    }

    /// A folder of its own for one browser.
    Path forLane() throws IOException {
        return Files.createDirectory(path.resolve(Integer.toString(lanes.incrementAndGet())));
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
        Path folder = Files.createDirectory(
                firstFree(all), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = lockFile(folder.resolve(LOCK));
        if (channel.tryLock() == null) {
            throw new IOException("a new folder is locked by another process");
        }
        return new ScratchFolder(folder, channel);
    }

    private static Path firstFree(Path all) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> all.resolve(PREFIX + n))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
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

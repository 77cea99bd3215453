package dev.payfleet.worker.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is empty at the start, left as it is at the end so that people can look into it, and never used by
/// two at once.
public final class StageHome implements AutoCloseable {
    private final Path parent;
    private final Path root;
    private final FileChannel channel;

    private StageHome(Path parent, Path root, FileChannel channel) {
        this.parent = parent;
        this.root = root;
        this.channel = channel;
    }

    /// Takes and empties `<home>/<name>`.
    ///
    /// @throws StageException when another process uses it
    public static StageHome prepare(Path home, String name) {
        Path root = home.toAbsolutePath().resolve(name);
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new StageException("another one is running in " + root + "; wait for it, or set PAYFLEET_HOME");
            }
            if (Files.exists(root)) {
                wipe(root);
            }
            Files.createDirectories(
                    root.resolve("logs"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new StageHome(home, root, channel);
        } catch (IOException e) {
            throw new StageException("cannot use " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void wipe(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// The home that this one lies in.
    public Path parent() {
        return parent;
    }

    /// The folder.
    public Path root() {
        return root;
    }

    /// Where a log of this name lies.
    public Path log(String name) {
        return root.resolve("logs").resolve(name);
    }

    /// The database and what SQLite keeps beside it.
    public List<Path> database() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("payfleet.db"))
                .toList();
    }

    /// Every file.
    public List<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All bytes of a file, read by another process. This one may have the database open, and whoever closes any
    /// descriptor of a file drops all locks that his process has on it (POSIX, fcntl); SQLite relies on them, and
    /// would crash.
    public static byte[] read(Path file) {
        try {
            Process cat = new ProcessBuilder("cat", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return cat.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.payfleet.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One SQLite file with a write-ahead log, which several processes of one machine may have open at the same time.
///
/// Any thread may call, virtual ones too: within the process writes take turns and reads are bounded; between
/// processes a write waits up to 30 seconds for the lock. An interrupt does not cut either short and stays set.
/// Failures come as [SqliteFileException], what the given work throws comes unchanged.
public final class SqliteFile implements AutoCloseable {
    /// More would not read faster on the few cores of one machine.
    private static final int READERS = 4;

    private final Path path;
    private final Path realPath;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Writer writer;
    private final Readers readers;

    private SqliteFile(Path path, Path realPath, Writer writer) {
        this.path = path;
        this.realPath = realPath;
        this.writer = writer;
        this.readers = new Readers(path, READERS);
    }

    /// Opens the file, or creates it with mode 0600. Its folder must exist.
    ///
    /// @throws SqliteFileException when it is damaged, no database of ours, looser than 0600 or not accessible;
    ///     the file is then left as it was
    public static SqliteFile open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().contains("?")) {
            throw new SqliteFileException(path, "has a question mark in its path, which the driver reads as settings");
        }
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            NewDatabase.createIfMissing(path);
        }
        synchronized (SqliteFile.class) {
            return opened(path);
        }
    }

    private static SqliteFile opened(Path path) {
        try {
            // Through the folder alone: a link in place of the file is for the inspection to refuse.
            Path folder = Objects.requireNonNull(path.getParent(), "a file has a folder");
            Path real = folder.toRealPath().resolve(path.getFileName());
            if (!OpenHere.contains(real)) {
                Inspection.require(path);
            }
            SqliteFile file = new SqliteFile(path, real, new Writer(path, Connections.writer(path)));
            OpenHere.add(real);
            return file;
        } catch (SQLException failure) {
            throw SqliteFileException.of(path, failure);
        } catch (IOException failure) {
            throw new SqliteFileException(path, "can't be read: check its owner and its disk", failure);
        }
    }

    /// Reads one unchanging snapshot. The work must not call [#read] again: the number of readers is bounded.
    public <T extends @Nullable Object> T read(Work<T> work) {
        return readers.inSnapshot(work);
    }

    /// Runs the work alone among all processes, and commits it when it returns or rolls it back when it throws.
    /// What was committed survives a kill and a power loss. The work is short and does no other input or
    /// output.
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.inTransaction(work);
    }

    /// Brings the tables of a component to the version that the steps describe; safe to call from several
    /// processes.
    ///
    /// @param component who owns the tables, for example `session`
    /// @param steps one or more statements each, oldest first; a step that was released is never edited
    public void migrate(String component, List<String> steps) {
        write(connection -> {
            Migrations.apply(connection, path, component, steps);
            return true;
        });
    }

    /// Moves everything from the log into the file and empties the log, so that no older page stays in it.
    public void checkpoint() {
        writer.checkpoint();
    }

    /// Leaves no byte of deleted rows in file or log, by writing the whole file anew.
    ///
    /// Deleting alone does not: `secure_delete` zeroes a row where it lies, but when SQLite moves rows between
    /// pages an old copy can stay in the unused part of a page. Takes the write lock for time in proportion to
    /// the file.
    public void eraseDeleted() {
        writer.rebuild();
    }

    /// Where the file is, absolute.
    public Path path() {
        return path;
    }

    /// Waits for what is under way. Work that comes later gets an [IllegalStateException].
    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException failure) {
            throw SqliteFileException.of(path, failure);
        } finally {
            if (!closed.getAndSet(true)) {
                synchronized (SqliteFile.class) {
                    OpenHere.remove(realPath);
                }
            }
        }
    }
}

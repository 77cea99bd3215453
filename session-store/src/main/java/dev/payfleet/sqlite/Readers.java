package dev.payfleet.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A bounded pool of reading connections, opened when first needed. A virtual thread that finds all of them taken
/// waits without holding its carrier.
final class Readers implements AutoCloseable {
    private final Path file;
    private final int size;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Path file, int size) {
        this.file = file;
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    <T extends @Nullable Object> T inSnapshot(Work<T> work) {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("the database " + file + " is closed");
            }
            return read(work);
        } catch (SQLException failure) {
            throw SqliteFileException.of(file, failure);
        } finally {
            free.release();
        }
    }

    private <T extends @Nullable Object> T read(Work<T> work) throws SQLException {
        Connection pooled = idle.pollFirst();
        Connection connection = pooled == null ? Connections.reader(file) : pooled;
        boolean ended = false;
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN");
            try {
                return work.on(connection);
            } finally {
                transaction.execute("ROLLBACK");
                ended = true;
            }
        } finally {
            if (ended) {
                idle.addFirst(connection);
            } else {
                connection.close();
            }
        }
    }

    /// Waits for the readers that are under way.
    @Override
    public void close() throws SQLException {
        closed = true;
        free.acquireUninterruptibly(size);
        try {
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        } finally {
            free.release(size);
        }
    }
}

package dev.payfleet.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one writing connection of this process. Threads take turns in order of arrival; other processes are
/// waited for.
final class Writer implements AutoCloseable {
    /// Far longer than any transaction of ours; who waits this long waits for something that is stuck.
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Path file;

    /// Held around every use of what follows.
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Connection connection;
    private boolean closed;

    Writer(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    <T extends @Nullable Object> T inTransaction(Work<T> work) {
        return inTurn(() -> {
            patiently("BEGIN IMMEDIATE");
            try {
                T result = work.on(connection);
                execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(failure);
                throw failure;
            }
        });
    }

    /// Writes the whole database anew, then empties the log.
    void rebuild() {
        inTurn(() -> {
            patiently("VACUUM");
            emptyLog();
            return true;
        });
    }

    void checkpoint() {
        inTurn(() -> {
            emptyLog();
            return true;
        });
    }

    private void patiently(String sql) throws SQLException {
        try (Backoff backoff = new Backoff(PATIENCE_NANOS)) {
            while (true) {
                try {
                    execute(sql);
                    return;
                } catch (SQLException failure) {
                    if (!SqliteFileException.isBusy(failure) || !backoff.again()) {
                        throw failure;
                    }
                }
            }
        }
    }

    private void emptyLog() throws SQLException {
        try (Backoff backoff = new Backoff(PATIENCE_NANOS)) {
            while (!logIsEmptied()) {
                if (!backoff.again()) {
                    throw new SqliteFileException(
                            file, "keeps old pages in its log because a reader does not end: look for a stuck worker");
                }
            }
        }
    }

    private boolean logIsEmptied() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt(1) == 0;
        } catch (SQLException failure) {
            if (SqliteFileException.isBusy(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            execute("ROLLBACK");
        } catch (SQLException alsoFailed) {
            // After a full disk or an I/O error SQLite has already rolled back by itself.
            failure.addSuppressed(alsoFailed);
        }
    }

    private interface Step<T extends @Nullable Object> {
        T take() throws SQLException;
    }

    private <T extends @Nullable Object> T inTurn(Step<T> step) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write: do both in one");
        }
        turn.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the database " + file + " is closed");
            }
            return step.take();
        } catch (SQLException failure) {
            throw SqliteFileException.of(file, failure);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                connection.close();
            }
        } finally {
            turn.unlock();
        }
    }
}

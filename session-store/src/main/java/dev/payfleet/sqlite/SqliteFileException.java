package dev.payfleet.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database file can't be used, or a statement on it failed. The message names the file and what to do
/// about it; it holds no stored value.
public final class SqliteFileException extends RuntimeException {
    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int LOCK_PROTOCOL = 15;
    private static final int NOT_A_DATABASE = 26;

    private static final String DAMAGED = "is damaged and was left as it is: stop every worker, keep a copy,"
            + " restore it from a backup or move it away to start with an empty one";

    private final transient Path file;

    SqliteFileException(Path file, String trouble) {
        this(file, trouble, null);
    }

    SqliteFileException(Path file, String trouble, @Nullable Throwable cause) {
        super("the database " + file + " " + trouble, cause);
        this.file = file;
    }

    static SqliteFileException of(Path file, SQLException failure) {
        return new SqliteFileException(file, advice(failure), failure);
    }

    static SqliteFileException damaged(Path file) {
        return new SqliteFileException(file, DAMAGED);
    }

    /// Another connection holds the lock that was asked for: worth another try, unlike every other failure.
    static boolean isBusy(SQLException failure) {
        int code = primaryCode(failure);
        return code == BUSY || code == LOCK_PROTOCOL;
    }

    private static String advice(SQLException failure) {
        return switch (primaryCode(failure)) {
            case CORRUPT, NOT_A_DATABASE -> DAMAGED;
            case FULL -> "can't grow, the disk is full: free some space and try again";
            case BUSY, LOCK_PROTOCOL ->
                "is held by another process for too long: look for a worker that is stopped or stuck";
            case CANNOT_OPEN, READ_ONLY -> "can't be opened for writing: check the owner of the file and of its folder";
            default -> "refused a statement: " + failure.getMessage();
        };
    }

    private static int primaryCode(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }

    /// The file that this is about.
    public Path file() {
        return file;
    }
}

package dev.payfleet.session.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The key file can't be used, or is not the one that the database was made with. The message names the file
/// and what to do; it holds nothing of the key.
public final class KeyFileException extends RuntimeException {
    KeyFileException(Path file, String trouble) {
        this(file, trouble, null);
    }

    KeyFileException(Path file, String trouble, @Nullable Throwable cause) {
        super("the key file " + file + " " + trouble, cause);
    }
}

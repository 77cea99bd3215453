package dev.payfleet.worker.author;

import org.jspecify.annotations.Nullable;

/// Something an author asked for cannot be done. The message says what is wrong, and then what to do.
public final class AuthorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String todo;

    AuthorException(String wrong, String todo, @Nullable Throwable cause) {
        super(wrong, cause);
        this.todo = todo;
    }

    /// What to do about it.
    public String todo() {
        return todo;
    }
}

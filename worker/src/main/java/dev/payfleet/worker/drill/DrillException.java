package dev.payfleet.worker.drill;

/// A drill could not be done, or not be cleared away. The message says what is wrong and what to do; it names
/// tables and holds no record.
public final class DrillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrillException(String message) {
        super(message);
    }
}

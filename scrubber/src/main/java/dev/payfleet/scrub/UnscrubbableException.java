package dev.payfleet.scrub;

/// Something could not be scrubbed and must therefore not be written, stored or sent. The message holds nothing of
/// it.
public final class UnscrubbableException extends RuntimeException {
    UnscrubbableException(String message) {
        super(message);
    }
}

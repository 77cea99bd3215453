package dev.payfleet.worker.demo;

/// The demo cannot go on. The message is for the person who started it.
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.payfleet.worker.wire;

/// A message is no outcome event that this version can read. The message names the field and never quotes a value.
public final class UnreadableEventException extends RuntimeException {

    UnreadableEventException(String reason) {
        super(reason);
    }
}

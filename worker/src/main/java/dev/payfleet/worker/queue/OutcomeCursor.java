package dev.payfleet.worker.queue;

/// How far a reader of the log has read.
///
/// @param value means something to the log alone; empty before the first event
public record OutcomeCursor(String value) {

    /// Before the first event.
    public static final OutcomeCursor START = new OutcomeCursor("");
}

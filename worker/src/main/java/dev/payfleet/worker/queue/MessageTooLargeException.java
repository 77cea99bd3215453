package dev.payfleet.worker.queue;

/// A message is over the limit and was not sent.
public final class MessageTooLargeException extends RuntimeException {

    public MessageTooLargeException(int bytes) {
        super("message: expected at most %d bytes, and this has %d".formatted(MessageBody.MAX_BYTES, bytes));
    }
}

package dev.payfleet.worker.queue;

import java.time.Duration;

/// A message to be sent.
///
/// @param group the messages that must be worked on one after the other: a connection
/// @param deduplicationId what makes this message the same as another: a job id
/// @param body the job, as bytes
/// @param delay how long it is held back at first; zero for none. It holds back its group as well
public record NewMessage(String group, String deduplicationId, MessageBody body, Duration delay) {

    private static final int LONGEST_NAME = 128;

    public NewMessage {
        requireName("group", group);
        requireName("deduplicationId", deduplicationId);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: expected zero or more");
        }
    }

    /// A message without delay.
    public static NewMessage of(String group, String deduplicationId, MessageBody body) {
        return new NewMessage(group, deduplicationId, body, Duration.ZERO);
    }

    private static void requireName(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(field + ": expected 1 to " + LONGEST_NAME + " characters");
        }
    }
}

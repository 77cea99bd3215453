package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.regex.Pattern;

/// A message to be sent.
///
/// @param group the messages that must be worked on one after the other: a connection
/// @param deduplicationId what makes this message the same as another of its group: a job id
/// @param body the job, as bytes
/// @param delay how long it is held back at first; zero for none. It holds back its group as well, and is cut to
/// [JobQueue#LONGEST_DELAY]
public record NewMessage(String group, String deduplicationId, MessageBody body, Duration delay) {

    /// What SQS takes: the visible characters of ASCII.
    private static final Pattern NAME = Pattern.compile("[!-~]{1,128}");

    public NewMessage {
        requireName("group", group);
        requireName("deduplicationId", deduplicationId);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: expected zero or more");
        }
        delay = delay.compareTo(JobQueue.LONGEST_DELAY) > 0 ? JobQueue.LONGEST_DELAY : delay;
    }

    /// A message without delay.
    public static NewMessage of(String group, String deduplicationId, MessageBody body) {
        return new NewMessage(group, deduplicationId, body, Duration.ZERO);
    }

    private static void requireName(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(field + ": expected 1 to 128 visible ASCII characters");
        }
    }
}

package dev.payfleet.worker.queue;

import java.time.Instant;

/// A message that was set aside.
///
/// @param id names it for [QueueDesk#redrive]; means something to the queue alone
/// @param group its group
/// @param deduplicationId its deduplication id: a job id
/// @param body the job, as bytes
/// @param attempts how often it was received, at least
/// @param reason why it was set aside
/// @param sentAt when it was sent
/// @param diedAt when it was set aside
public record DeadLetter(
        String id,
        String group,
        String deduplicationId,
        MessageBody body,
        int attempts,
        String reason,
        Instant sentAt,
        Instant diedAt) {

    /// Why a message was set aside by the queue itself.
    public static final String RECEIVED_TOO_OFTEN = "received too often";
}

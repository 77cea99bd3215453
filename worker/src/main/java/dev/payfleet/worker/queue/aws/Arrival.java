package dev.payfleet.worker.queue.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/// What one answer of SQS brought. A message that comes before its time is put back, and with it whatever of its
/// group came after it, which must wait behind it.
///
/// @param due what may be given out, in order
/// @param early what is put back, the last first, and for how long each is hidden
record Arrival(List<SqsMessage> due, SequencedMap<SqsMessage, Duration> early) {

    static Arrival of(List<Message> messages, Instant now) {
        List<SqsMessage> due = new ArrayList<>();
        SequencedMap<SqsMessage, Duration> early = new LinkedHashMap<>();
        Set<String> waiting = new HashSet<>();
        for (SqsMessage message : messages.stream().map(SqsMessage::of).toList()) {
            Duration left = message.early(now);
            if (left.isPositive()) {
                waiting.add(message.group());
            }
            if (waiting.contains(message.group())) {
                early.putFirst(message, left.isPositive() ? left : Duration.ZERO);
            } else {
                due.add(message);
            }
        }
        return new Arrival(due, early);
    }
}

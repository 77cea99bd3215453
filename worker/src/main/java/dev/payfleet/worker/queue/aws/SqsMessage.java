package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// A message as SQS gives it out. What SQS has no place for travels in attributes, each of which may be absent: an
/// upstream that sends a job by itself sets none.
///
/// @param id SQS's own
/// @param handle settles this delivery
/// @param receives how often SQS gave it out, this time included
/// @param firstReceivedAt when it did so for the first time
/// @param notBefore until when it is held back, if at all
/// @param sequence its place in the queue; grows within a group
record SqsMessage(
        String id,
        String handle,
        String group,
        String deduplicationId,
        MessageBody body,
        int receives,
        Instant sentAt,
        Instant firstReceivedAt,
        Optional<Instant> notBefore,
        String sequence) {

    /// Milliseconds since 1970 before which the message is not given out. A FIFO queue of SQS knows no delay by
    /// message.
    private static final String NOT_BEFORE = "NotBefore";

    /// The deduplication id of the job. SQS may be told another, see [#again], and gives a message that it sets
    /// aside a new one.
    private static final String DEDUPLICATION_ID = "DeduplicationId";

    static final List<String> ATTRIBUTES = List.of(NOT_BEFORE, DEDUPLICATION_ID, BodyText.ENCODING);

    static SqsMessage of(Message message) {
        Map<MessageSystemAttributeName, String> system = message.attributes();
        return new SqsMessage(
                message.messageId(),
                message.receiptHandle(),
                system.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, ""),
                attribute(message, DEDUPLICATION_ID)
                        .orElseGet(() -> system.getOrDefault(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "")),
                new BodyText(message.body(), attribute(message, BodyText.ENCODING)).decode(),
                (int) number(system.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                        .orElse(1L)
                        .longValue(),
                time(system.get(MessageSystemAttributeName.SENT_TIMESTAMP)).orElse(Instant.EPOCH),
                time(system.get(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP))
                        .orElse(Instant.MAX),
                attribute(message, NOT_BEFORE).flatMap(SqsMessage::time),
                system.getOrDefault(MessageSystemAttributeName.SEQUENCE_NUMBER, ""));
    }

    /// A request to send a message.
    static SendMessageRequest.Builder sending(NewMessage message, Instant now) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(DEDUPLICATION_ID, text(message.deduplicationId()));
        if (message.delay().isPositive()) {
            attributes.put(
                    NOT_BEFORE, text(Long.toString(now.plus(message.delay()).toEpochMilli())));
        }
        return request(message.group(), message.deduplicationId(), message.body(), attributes);
    }

    /// A request to send a dead letter once more. SQS still knows the deduplication id of its job for five minutes
    /// and would drop it, so that it is told another, the same however often this dead letter is sent.
    static SendMessageRequest.Builder again(DeadLetter letter) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(DEDUPLICATION_ID, text(letter.deduplicationId()));
        return request(letter.group(), "again-" + letter.id(), letter.body(), attributes);
    }

    private static SendMessageRequest.Builder request(
            String group, String deduplicationId, MessageBody body, Map<String, MessageAttributeValue> attributes) {
        BodyText encoded = BodyText.of(body);
        encoded.encoding().ifPresent(encoding -> attributes.put(BodyText.ENCODING, text(encoding)));
        return SendMessageRequest.builder()
                .messageGroupId(group)
                .messageDeduplicationId(deduplicationId)
                .messageBody(encoded.text())
                .messageAttributes(attributes);
    }

    /// How much longer it is held back; zero or less when it may be given out.
    Duration early(Instant now) {
        return notBefore.map(time -> Duration.between(now, time)).orElse(Duration.ZERO);
    }

    /// How often it was given out to somebody who works: a receive before its time was put back and does not count.
    int attempt() {
        boolean wasEarly = notBefore.filter(firstReceivedAt::isBefore).isPresent();
        return Math.max(1, wasEarly ? receives - 1 : receives);
    }

    Receipt receipt() {
        return new Receipt(handle);
    }

    Delivery delivery() {
        return new Delivery(receipt(), group, body, attempt(), sentAt);
    }

    DeadLetter dead(int attempts, String reason, Instant now) {
        return new DeadLetter(id, group, deduplicationId, body, attempts, reason, sentAt, now);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static Optional<String> attribute(Message message, String name) {
        return Optional.ofNullable(message.messageAttributes().get(name)).map(MessageAttributeValue::stringValue);
    }

    private static Optional<Instant> time(@Nullable String millis) {
        return number(millis).map(Instant::ofEpochMilli);
    }

    /// Empty for what is no number: whoever set it can't hold up a queue with it.
    private static Optional<Long> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package dev.payfleet.worker.queue.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// One queue, asked in the words of its calls. Every failure names service and operation and no value.
record SqsQueue(SqsClient client, String url) {

    /// What SQS answers when a receipt handle is of no use any more: unknown, used, or past its visibility. The
    /// first is also the answer to a visibility of more than twelve hours in all, after which a message is not ours
    /// either.
    private static final Set<String> STALE = Set.of(
            "InvalidParameterValue",
            "InvalidParameterValueException",
            "ReceiptHandleIsInvalid",
            "MessageNotInflight",
            "InvalidIdFormat",
            "AWS.SimpleQueueService.MessageNotInflight");

    /// How much longer than the poll its answer may take on the way, and how much longer with all its retries.
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private static final Duration WITH_RETRIES = Duration.ofSeconds(20);

    private static final List<MessageSystemAttributeName> SYSTEM = List.of(
            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
            MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
            MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
            MessageSystemAttributeName.MESSAGE_GROUP_ID,
            MessageSystemAttributeName.SENT_TIMESTAMP,
            MessageSystemAttributeName.SEQUENCE_NUMBER);

    static SqsQueue open(SqsClient client, FifoQueue queue, String prefix) {
        return new SqsQueue(
                client,
                answer("GetQueueUrl", () -> client.getQueueUrl(request -> request.queueName(queue.nameIn(prefix))))
                        .queueUrl());
    }

    void send(SendMessageRequest.Builder message) {
        SendMessageRequest request = message.queueUrl(url).build();
        answer("SendMessage", () -> client.sendMessage(request));
    }

    /// A request to receive.
    ///
    /// @param attempt names this receive, so that a try whose answer was lost gives the same messages to the
    /// next try
    /// @param seconds how long SQS may wait for a first message
    ReceiveMessageRequest receiving(int max, Duration visibility, int seconds, String attempt) {
        Duration poll = Duration.ofSeconds(seconds);
        return ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(max)
                .visibilityTimeout(wholeSeconds(visibility))
                .waitTimeSeconds(seconds)
                .receiveRequestAttemptId(attempt)
                .messageSystemAttributeNames(SYSTEM)
                .messageAttributeNames(SqsMessage.ATTRIBUTES)
                .overrideConfiguration(limits ->
                        limits.apiCallAttemptTimeout(poll.plus(ON_THE_WAY)).apiCallTimeout(poll.plus(WITH_RETRIES)))
                .build();
    }

    List<Message> receive(ReceiveMessageRequest request) {
        return answer("ReceiveMessage", () -> client.receiveMessage(request)).messages();
    }

    /// Hides a message that is ours from now on for so long.
    ///
    /// @return false when it is no longer ours
    boolean hide(String handle, Duration visibility) {
        return answer(
                "ChangeMessageVisibility",
                () -> unlessStale(() -> client.changeMessageVisibility(request ->
                        request.queueUrl(url).receiptHandle(handle).visibilityTimeout(wholeSeconds(visibility)))));
    }

    /// @return false when it is no longer ours
    boolean delete(String handle) {
        return answer(
                "DeleteMessage",
                () -> unlessStale(() ->
                        client.deleteMessage(request -> request.queueUrl(url).receiptHandle(handle))));
    }

    /// Deletes up to ten messages at once.
    ///
    /// @return the codes of those that were not deleted, which come again
    List<String> deleteAll(List<SqsMessage> messages) {
        List<DeleteMessageBatchRequestEntry> entries = messages.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.id())
                        .receiptHandle(message.handle())
                        .build())
                .toList();
        return answer(
                        "DeleteMessageBatch",
                        () -> client.deleteMessageBatch(
                                request -> request.queueUrl(url).entries(entries)))
                .failed()
                .stream()
                .map(BatchResultErrorEntry::code)
                .toList();
    }

    Map<QueueAttributeName, String> attributes(QueueAttributeName... names) {
        return answer(
                        "GetQueueAttributes",
                        () -> client.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(names)))
                .attributes();
    }

    /// SQS counts in seconds. Rounding up keeps what is promised: at least so long.
    static int wholeSeconds(Duration duration) {
        return Math.toIntExact(duration.plusNanos(999_999_999).toSeconds());
    }

    private static boolean unlessStale(Supplier<?> call) {
        try {
            Object _ = call.get();
            return true;
        } catch (SqsException refused) {
            AwsErrorDetails details = refused.awsErrorDetails();
            if (details != null && STALE.contains(details.errorCode())) {
                return false;
            }
            throw refused;
        }
    }

    private static <T> T answer(String operation, Supplier<T> call) {
        return AwsCall.answer(AwsService.SQS, operation, call);
    }
}

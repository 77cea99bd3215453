package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.QueuedMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The desk of the queue in SQS. Dead letters lie in a table, because a queue can neither keep a reason nor be
/// looked at without taking from it; what SQS set aside by itself is moved there whenever somebody looks.
public final class SqsQueueDesk implements QueueDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SqsQueueDesk.class);

    private static final Duration LEAST_MEMORY = Duration.ofMinutes(5);
    private static final int BATCH = 10;

    /// Long enough to write ten dead letters.
    private static final Duration VISIBILITY = Duration.ofMinutes(1);

    private final SqsQueue jobs;
    private final SqsQueue deadJobs;
    private final DeadLetterTable deadLetters;
    private final InstantSource clock;

    private SqsQueueDesk(SqsQueue jobs, SqsQueue deadJobs, DeadLetterTable deadLetters, InstantSource clock) {
        this.jobs = jobs;
        this.deadJobs = deadJobs;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /// Opens the desk of a deployment. The clients stay the caller's to close.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    /// @throws dev.payfleet.session.StoreUnavailableException when SQS could not be asked, or has no such queues
    public static SqsQueueDesk open(SqsClient sqs, DynamoDbClient dynamoDb, String prefix, InstantSource clock) {
        return new SqsQueueDesk(
                SqsQueue.open(sqs, FifoQueue.JOBS, prefix),
                SqsQueue.open(sqs, FifoQueue.DEAD_JOBS, prefix),
                new DeadLetterTable(dynamoDb, prefix, clock),
                clock);
    }

    /// Counts what SQS set aside without moving it.
    @Override
    public QueueDepths depths() {
        Map<QueueAttributeName, String> queued = jobs.attributes(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
        Map<QueueAttributeName, String> dead = deadJobs.attributes(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return new QueueDepths(
                count(queued, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(queued, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                count(queued, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                deadLetters.count() + count(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                Optional.empty());
    }

    private static long count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }

    @Override
    public List<DeadLetter> deadLetters(int max) {
        collect();
        return deadLetters.latest(max);
    }

    @Override
    public Optional<List<QueuedMessage>> waiting(String group) {
        return Optional.empty();
    }

    @Override
    public boolean cancel(String queuedMessageId) {
        return false;
    }

    /// Reads all dead letters of two weeks: there are few.
    @Override
    public List<DeadLetter> deadLettersOf(String group) {
        collect();
        return deadLetters.oldest().stream()
                .filter(letter -> letter.group().equals(group))
                .toList();
    }

    @Override
    public boolean discard(String deadLetterId) {
        return deadLetters.remove(deadLetterId);
    }

    /// First the message, then the dead letter: who is interrupted in between finds the dead letter still there,
    /// and for five minutes sending it once more makes no second message.
    @Override
    public boolean redrive(String deadLetterId) {
        DeadLetter letter = deadLetters.find(deadLetterId).orElse(null);
        if (letter == null) {
            return false;
        }
        jobs.send(SqsMessage.again(letter));
        return deadLetters.remove(deadLetterId);
    }

    @Override
    public int redriveAll() {
        collect();
        return (int) deadLetters.oldest().stream()
                .filter(letter -> redrive(letter.id()))
                .count();
    }

    /// Moves what SQS set aside to where people look.
    private void collect() {
        List<SqsMessage> messages = takeDead();
        while (!messages.isEmpty()) {
            messages.forEach(this::keep);
            List<String> left = deadJobs.deleteAll(messages);
            if (!left.isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("codes", left)
                        .log("some dead letters were kept and could not be taken off SQS's dead-letter queue; they are"
                                + " taken off next time");
            }
            messages = takeDead();
        }
    }

    private List<SqsMessage> takeDead() {
        return deadJobs
                .receive(deadJobs.receiving(
                        BATCH, VISIBILITY, 0, UUID.randomUUID().toString()))
                .stream()
                .map(SqsMessage::of)
                .toList();
    }

    /// SQS counts this receive as well.
    private void keep(SqsMessage message) {
        int attempts = Math.max(1, message.attempt() - 1);
        deadLetters.putIfAbsent(
                message.dead(attempts, DeadLetter.RECEIVED_TOO_OFTEN, clock.instant()), message.sequence());
    }

    @Override
    public int forget(Duration olderThan) {
        if (olderThan.compareTo(LEAST_MEMORY) < 0) {
            throw new IllegalArgumentException("olderThan: expected at least five minutes");
        }
        return 0;
    }
}

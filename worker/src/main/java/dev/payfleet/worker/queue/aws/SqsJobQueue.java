package dev.payfleet.worker.queue.aws;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.MessageTooLargeException;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.queue.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// The queue in SQS. Any number of processes on any number of machines may have it open, and one that is killed
/// loses nothing: what it held comes again when its visibility runs out.
///
/// SQS fills an answer with as many messages of one group as there are, and goes on with the next group. It gives
/// nothing of a group of which a message is in flight, so what is put back, however it is hidden, comes neither
/// before its time nor out of order. It counts that as a receive all the same.
public final class SqsJobQueue implements JobQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SqsJobQueue.class);

    /// The longest that SQS waits in one call.
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private final SqsQueue jobs;
    private final DeadLetterTable deadLetters;
    private final InstantSource clock;
    private final Polls polls;

    /// What this process has in flight. SQS has the last word on whose a message is; this knows what to write for a
    /// dead letter, and spares the calls that SQS would refuse.
    private final Map<Receipt, Hold> held = new ConcurrentHashMap<>();

    private final AtomicLong places = new AtomicLong();

    private SqsJobQueue(SqsQueue jobs, DeadLetterTable deadLetters, InstantSource clock) {
        this.jobs = jobs;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.polls = new Polls(jobs);
    }

    /// Opens the queue of a deployment. The clients stay the caller's to close.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    /// @param clock what delays and the times of dead letters are read from; visibility goes by SQS's own
    /// @throws StoreUnavailableException when SQS could not be asked, or has no such queue
    public static SqsJobQueue open(SqsClient sqs, DynamoDbClient dynamoDb, String prefix, InstantSource clock) {
        return new SqsJobQueue(
                SqsQueue.open(sqs, FifoQueue.JOBS, prefix), new DeadLetterTable(dynamoDb, prefix, clock), clock);
    }

    @Override
    public void send(NewMessage message) {
        if (message.body().size() > MessageBody.MAX_BYTES) {
            throw new MessageTooLargeException(message.body().size());
        }
        jobs.send(SqsMessage.sending(message, clock.instant()));
    }

    @Override
    public List<Turn> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
        if (max < 1 || max > Turn.LONGEST) {
            throw new IllegalArgumentException("max: expected 1 to " + Turn.LONGEST);
        }
        requirePositive(visibility);
        forgetWhatRanOut();
        List<Delivery> taken = new ArrayList<>(first(max, visibility, wait));
        boolean more = !taken.isEmpty();
        while (more && taken.size() < max) {
            more = taken.addAll(others(max - taken.size(), visibility));
        }
        return Turn.byGroup(taken);
    }

    private void forgetWhatRanOut() {
        Instant now = clock.instant();
        held.values().removeIf(hold -> !hold.isOurs(now));
    }

    private List<Delivery> first(int max, Duration visibility, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        List<Delivery> deliveries;
        Duration left = wait;
        do {
            deliveries = take(max, visibility, shorter(left, LONGEST_POLL));
            left = Duration.ofNanos(deadline - System.nanoTime());
        } while (deliveries.isEmpty() && left.isPositive() && !polls.isClosed());
        return deliveries;
    }

    /// Some more after the first. What was taken before them must be worked on, whatever becomes of this.
    private List<Delivery> others(int max, Duration visibility) {
        try {
            return take(max, visibility, Duration.ZERO);
        } catch (StoreUnavailableException e) {
            LOG.atWarn().setCause(e).log("fewer jobs were taken than there is room for");
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// Looks until something may be given out or nothing comes.
    private List<Delivery> take(int max, Duration visibility, Duration poll) throws InterruptedException {
        while (true) {
            List<Message> messages = polls.poll(jobs.receiving(
                    max,
                    visibility,
                    SqsQueue.wholeSeconds(poll),
                    UUID.randomUUID().toString()));
            if (messages.isEmpty()) {
                return List.of();
            }
            Arrival arrival = Arrival.of(messages, clock.instant());
            arrival.early().forEach((message, early) -> jobs.hide(message.handle(), shorter(early, LONGEST_DELAY)));
            List<Delivery> taken = arrival.due().stream()
                    .filter(message -> hold(message, visibility))
                    .map(SqsMessage::delivery)
                    .toList();
            if (!taken.isEmpty()) {
                return taken;
            }
        }
    }

    /// @return false when the very same delivery is being worked on: the answer came twice
    private boolean hold(SqsMessage message, Duration visibility) {
        Hold hold = new Hold(message, places.incrementAndGet(), clock.instant().plus(visibility));
        return held.putIfAbsent(message.receipt(), hold) == null;
    }

    @Override
    public boolean extend(Receipt receipt, Duration visibility) {
        requirePositive(visibility);
        Hold hold = held.get(receipt);
        return hold != null
                && hold.extend(clock.instant(), visibility, message -> jobs.hide(message.handle(), visibility));
    }

    @Override
    public boolean complete(Receipt receipt) {
        return settle(receipt, message -> jobs.delete(message.handle()));
    }

    @Override
    public boolean delay(Receipt receipt, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: expected zero or more");
        }
        giveBackBehind(receipt);
        return settle(receipt, message -> jobs.hide(message.handle(), shorter(delay, LONGEST_DELAY)));
    }

    /// From the last to the first: while one of a group is in flight, nothing of it is given out.
    private void giveBackBehind(Receipt receipt) {
        Hold hold = held.get(receipt);
        if (hold == null || !hold.isOurs(clock.instant())) {
            return;
        }
        held.entrySet().stream()
                .filter(other -> other.getValue().isBehind(hold))
                .sorted(Comparator.comparingLong(other -> -other.getValue().place()))
                .map(Map.Entry::getKey)
                .forEach(other -> settle(other, message -> jobs.hide(message.handle(), Duration.ZERO)));
    }

    /// First the dead letter, then the message: a worker killed in between leaves both, and the next delivery
    /// writes the same dead letter once more.
    @Override
    public boolean deadLetter(Receipt receipt, String reason) {
        return settle(receipt, message -> {
            deadLetters.put(message.dead(message.attempt(), reason, clock.instant()), message.sequence());
            return jobs.delete(message.handle());
        });
    }

    private boolean settle(Receipt receipt, Predicate<SqsMessage> settlement) {
        Hold hold = held.get(receipt);
        if (hold == null) {
            return false;
        }
        boolean ours = hold.settle(clock.instant(), settlement);
        held.remove(receipt);
        return ours;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void requirePositive(Duration visibility) {
        if (!visibility.isPositive()) {
            throw new IllegalArgumentException("visibility: expected more than zero");
        }
    }

    @Override
    public void close() {
        polls.close();
    }
}

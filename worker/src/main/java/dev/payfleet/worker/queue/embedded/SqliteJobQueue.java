package dev.payfleet.worker.queue.embedded;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.MessageTooLargeException;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Receipt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The queue in a SQLite file. Any number of processes on one machine may have it open, and one that is killed
/// loses nothing: what it held becomes due when its visibility runs out.
public final class SqliteJobQueue implements JobQueue {

    /// How often a message is received at most, unless said otherwise.
    public static final int MAX_RECEIVES = 10;

    private static final int MAX_BATCH = 10;

    private final SqliteFile file;
    private final InstantSource clock;
    private final int maxReceives;
    private final Bell bell = new Bell();

    private SqliteJobQueue(SqliteFile file, InstantSource clock, int maxReceives) {
        this.file = file;
        this.clock = clock;
        this.maxReceives = maxReceives;
    }

    /// Opens the queue of a file, which stays the caller's to close.
    ///
    /// @param clock the same for all processes; visibility and delay go by it
    /// @param maxReceives how often a message is received; the next time it is set aside as
    /// [DeadLetter#RECEIVED_TOO_OFTEN]
    public static SqliteJobQueue open(SqliteFile file, InstantSource clock, int maxReceives) {
        if (maxReceives < 1) {
            throw new IllegalArgumentException("maxReceives: expected 1 or more");
        }
        file.migrate(QueueTables.COMPONENT, QueueTables.STEPS);
        return new SqliteJobQueue(file, clock, maxReceives);
    }

    @Override
    public void send(NewMessage message) {
        sendAll(List.of(message));
    }

    /// Sends messages in their order, all or none: one transaction for as many as there are.
    ///
    /// @throws MessageTooLargeException when the body of one is over [MessageBody#MAX_BYTES]; then none is sent
    public void sendAll(List<NewMessage> messages) {
        for (NewMessage message : messages) {
            requireSize(message.body());
        }
        long now = clock.millis();
        file.write(c -> {
            Line line = new Line(c, now);
            for (NewMessage message : messages) {
                append(line, message);
            }
            return messages.size();
        });
        bell.ring();
    }

    private static void requireSize(MessageBody body) {
        if (body.size() > MessageBody.MAX_BYTES) {
            throw new MessageTooLargeException(body.size());
        }
    }

    private static void append(Line line, NewMessage message) throws SQLException {
        if (line.firstSeen(message.deduplicationId())) {
            long dueAt = line.now() + message.delay().toMillis();
            line.append(
                    message.group(), message.deduplicationId(), message.body().bytes(), dueAt);
        }
    }

    @Override
    public List<Delivery> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
        if (max < 1 || max > MAX_BATCH) {
            throw new IllegalArgumentException("max: expected 1 to " + MAX_BATCH);
        }
        requirePositive(visibility);
        return bell.await(wait, () -> take(max, visibility));
    }

    /// Looks before it writes, so that a worker with nothing to do never takes the file's one write lock.
    private List<Delivery> take(int max, Duration visibility) {
        long now = clock.millis();
        if (!file.read(c -> new Line(c, now).anyDue())) {
            return List.of();
        }
        return file.write(c -> take(new Line(c, now), max, now + visibility.toMillis()));
    }

    private List<Delivery> take(Line line, int max, long until) throws SQLException {
        List<Delivery> taken = new ArrayList<>();
        List<Message> due = line.due(max);
        while (!due.isEmpty()) {
            for (Message message : due) {
                if (message.attempts() >= maxReceives) {
                    line.bury(message, DeadLetter.RECEIVED_TOO_OFTEN);
                } else {
                    taken.add(message.delivery(line.hold(message, until)));
                }
            }
            due = taken.size() < max ? line.due(max - taken.size()) : List.of();
        }
        return taken;
    }

    @Override
    public boolean extend(Receipt receipt, Duration visibility) {
        requirePositive(visibility);
        return settle(receipt, (line, message) -> line.extend(message, line.now() + visibility.toMillis()));
    }

    @Override
    public boolean complete(Receipt receipt) {
        return settle(receipt, Line::remove);
    }

    @Override
    public boolean delay(Receipt receipt, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: expected zero or more");
        }
        Duration cut = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        return settle(receipt, (line, message) -> line.release(message, line.now() + cut.toMillis()));
    }

    @Override
    public boolean deadLetter(Receipt receipt, String reason) {
        return settle(receipt, (line, message) -> line.bury(message, reason));
    }

    @FunctionalInterface
    private interface Settlement {
        void of(Line line, Message message) throws SQLException;
    }

    private boolean settle(Receipt receipt, Settlement settlement) {
        Claim claim = Claim.of(receipt).orElse(null);
        if (claim == null) {
            return false;
        }
        long now = clock.millis();
        boolean ours = file.write(c -> {
            Line line = new Line(c, now);
            Message message = line.held(claim).orElse(null);
            if (message == null) {
                return false;
            }
            settlement.of(line, message);
            return true;
        });
        bell.ring();
        return ours;
    }

    private static void requirePositive(Duration visibility) {
        if (!visibility.isPositive()) {
            throw new IllegalArgumentException("visibility: expected more than zero");
        }
    }

    @Override
    public void close() {
        bell.close();
    }
}

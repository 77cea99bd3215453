package dev.payfleet.worker.queue.embedded;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.MessageTooLargeException;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.queue.Turn;
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

    private final SqliteFile file;
    private final InstantSource clock;
    private final int maxReceives;

    /// How often a message is tried together with others: less often than it is received at most, so that those which
    /// were in the company of one that is received too often are not set aside with it.
    private final int inCompany;

    private final Bell bell = new Bell();

    private SqliteJobQueue(SqliteFile file, InstantSource clock, int maxReceives) {
        this.file = file;
        this.clock = clock;
        this.maxReceives = maxReceives;
        this.inCompany = Math.min(Turn.ATTEMPTS_IN_COMPANY, maxReceives - 1);
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
    public List<Turn> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
        if (max < 1 || max > Turn.LONGEST) {
            throw new IllegalArgumentException("max: expected 1 to " + Turn.LONGEST);
        }
        requirePositive(visibility);
        return bell.await(wait, () -> take(max, visibility));
    }

    /// Looks before it writes, so that a worker with nothing to do never takes the file's one write lock.
    private List<Turn> take(int max, Duration visibility) {
        long now = clock.millis();
        if (!file.read(c -> new Line(c, now).anyDue())) {
            return List.of();
        }
        return file.write(c -> take(new Line(c, now), max, now + visibility.toMillis()));
    }

    /// The groups that have waited longest come first.
    private List<Turn> take(Line line, int max, long until) throws SQLException {
        List<Turn> taken = new ArrayList<>();
        int room = max;
        List<Message> heads = line.due(room);
        while (!heads.isEmpty()) {
            for (Message head : heads) {
                if (head.tries() >= maxReceives) {
                    line.bury(head, DeadLetter.RECEIVED_TOO_OFTEN);
                } else if (room > 0) {
                    Turn turn = take(line, head, room, until);
                    taken.add(turn);
                    room -= turn.size();
                }
            }
            heads = room > 0 ? line.due(room) : List.of();
        }
        return taken;
    }

    private Turn take(Line line, Message head, int room, long until) throws SQLException {
        List<Message> messages = new ArrayList<>(List.of(head));
        if (room > 1 && head.tries() < inCompany) {
            messages.addAll(line.behind(head, room - 1, inCompany));
        }
        List<Claim> claims = line.hold(messages, until);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            deliveries.add(messages.get(i).delivery(claims.get(i)));
        }
        return new Turn(head.group(), deliveries);
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

package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.MessageBody;
import java.time.Duration;
import java.util.List;

/// What a queue of SQS looks like: the one description that the stack deploys and the tests create. Each is first
/// in, first out, in high-throughput mode: deduplication and throughput count by message group.
///
/// @param name without the deployment's prefix; ends in `.fifo`
/// @param retention how long SQS keeps a message
/// @param visibility how long a received message is hidden when the receiver names no time
/// @param maxBytes how large a message may be, its attributes included
public record FifoQueue(String name, Duration retention, Duration visibility, int maxBytes) {

    /// What SQS keeps longest.
    private static final Duration LONGEST = Duration.ofDays(14);

    /// Room for the largest body as base64, and for the attributes.
    private static final int LARGEST = MessageBody.MAX_BYTES * 4 / 3 + 4096;

    /// How often a message is received before SQS moves it from [#JOBS] to [#DEAD_JOBS]. It is the net for what
    /// kills its workers, and twice the number of attempts after which a worker gives a job up with an answer.
    public static final int MAX_RECEIVES = 100;

    /// The jobs.
    public static final FifoQueue JOBS = new FifoQueue("jobs.fifo", LONGEST, Duration.ofMinutes(1), LARGEST);

    /// What SQS itself set aside; it lies here until somebody looks at the desk.
    public static final FifoQueue DEAD_JOBS = new FifoQueue("dead-jobs.fifo", LONGEST, Duration.ofMinutes(1), LARGEST);

    /// All of them.
    public static final List<FifoQueue> ALL = List.of(JOBS, DEAD_JOBS);

    /// The queue's name in a deployment.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    public String nameIn(String prefix) {
        return prefix + "-" + name;
    }
}

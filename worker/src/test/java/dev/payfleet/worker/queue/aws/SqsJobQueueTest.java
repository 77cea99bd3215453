package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.JobQueueContract;
import dev.payfleet.worker.queue.QueueDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The contract, over the wire to an SQS whose time is the real one.
class SqsJobQueueTest extends JobQueueContract {

    private LocalDeployment deployment;
    private SqsJobQueue queue;
    private SqsQueueDesk desk;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(MAX_RECEIVES);
        queue = deployment.queue(Clock.systemUTC());
        desk = deployment.desk(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        queue.close();
        deployment.close();
    }

    @Override
    protected JobQueue queue() {
        return queue;
    }

    @Override
    protected QueueDesk desk() {
        return desk;
    }

    /// SQS's clock cannot be moved.
    @Override
    protected void pass(Duration time) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}

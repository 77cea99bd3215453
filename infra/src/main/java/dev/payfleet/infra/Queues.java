package dev.payfleet.infra;

import dev.payfleet.worker.queue.aws.FifoQueue;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.RedriveAllowPolicy;
import software.amazon.awscdk.services.sqs.RedrivePermission;
import software.constructs.Construct;

/// The jobs, first in, first out by connection, and beside them what SQS itself sets aside; made from the
/// descriptions that the worker relies on.
final class Queues extends Construct {
    private static final Duration LONGEST_POLL = Duration.seconds(20);
    /// How long SQS goes on with a data key before it asks KMS for another.
    private static final Duration DATA_KEY = Duration.minutes(5);

    private final Queue jobs;
    private final Queue deadJobs;

    Queues(Construct scope, Deployment deployment, Key key) {
        super(scope, "Queues");
        this.deadJobs = made("DeadJobs", FifoQueue.DEAD_JOBS, deployment, key)
                .redriveAllowPolicy(RedriveAllowPolicy.builder()
                        .redrivePermission(RedrivePermission.BY_QUEUE)
                        .sourceQueues(List.of(byName(deployment, FifoQueue.JOBS)))
                        .build())
                .build();
        this.jobs = made("Jobs", FifoQueue.JOBS, deployment, key)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadJobs)
                        .maxReceiveCount(FifoQueue.MAX_RECEIVES)
                        .build())
                .build();
    }

    Queue jobs() {
        return jobs;
    }

    /// What was received too often.
    Queue deadJobs() {
        return deadJobs;
    }

    /// High throughput, because the connection is the group and there are very many: limits then count per group.
    private Queue.Builder made(String id, FifoQueue queue, Deployment deployment, Key key) {
        return Queue.Builder.create(this, id)
                .queueName(queue.nameIn(deployment.name()))
                .fifo(true)
                .contentBasedDeduplication(false)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                .visibilityTimeout(Duration.seconds(queue.visibility().toSeconds()))
                .retentionPeriod(Duration.seconds(queue.retention().toSeconds()))
                .maxMessageSizeBytes(queue.maxBytes())
                .receiveMessageWaitTime(LONGEST_POLL)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(DATA_KEY)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    /// Each of the two names the other; one of them has to do so before the other is there.
    private IQueue byName(Deployment deployment, FifoQueue queue) {
        String arn = "arn:aws:sqs:%s:%s:%s"
                .formatted(deployment.region(), deployment.account(), queue.nameIn(deployment.name()));
        return Queue.fromQueueArn(this, "JobsByName", arn);
    }
}

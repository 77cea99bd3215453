package dev.payfleet.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.RedriveAllowPolicy;
import software.amazon.awscdk.services.sqs.RedrivePermission;
import software.constructs.Construct;

/// The jobs, first in, first out by connection, and beside them the jobs that people must look at.
final class Queues extends Construct {
    /// How long a job is a worker's before its lease must have been extended; the worker's own default.
    static final Duration VISIBILITY = Duration.seconds(60);

    /// Twice the worker's own fifty attempts, after which it answers `failed`: the queue's limit is only for a job that
    /// kills every worker before it can count.
    static final int MOST_RECEIVES = 100;

    private final Queue jobs;
    private final Queue deadLetters;

    Queues(Construct scope, Deployment deployment, Key key) {
        super(scope, "Queues");
        this.deadLetters = fifo(deployment, key, "DeadLetters", "dead-letters", Life.DEAD_LETTERS)
                .redriveAllowPolicy(RedriveAllowPolicy.builder()
                        .redrivePermission(RedrivePermission.BY_QUEUE)
                        .sourceQueues(java.util.List.of(named(deployment, "JobsByName", "jobs")))
                        .build())
                .build();
        this.jobs = fifo(deployment, key, "Jobs", "jobs", Life.JOBS)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(MOST_RECEIVES)
                        .build())
                .build();
    }

    Queue jobs() {
        return jobs;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    /// High throughput, because the connection is the group and there are very many: limits then count per group.
    private Queue.Builder fifo(Deployment deployment, Key key, String id, String name, Life life) {
        return Queue.Builder.create(this, id)
                .queueName(deployment.named(name) + ".fifo")
                .fifo(true)
                .contentBasedDeduplication(false)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                .visibilityTimeout(VISIBILITY)
                .retentionPeriod(life.cdk())
                .receiveMessageWaitTime(Duration.seconds(20))
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(Duration.minutes(5))
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private software.amazon.awscdk.services.sqs.IQueue named(Deployment deployment, String id, String name) {
        return Queue.fromQueueArn(
                this,
                id,
                "arn:aws:sqs:%s:%s:%s.fifo"
                        .formatted(deployment.region(), deployment.account(), deployment.named(name)));
    }
}

package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.JobStory;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.loop.LeaseKeeper;
import dev.payfleet.worker.loop.RetryPolicy;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The smallest job there is, and what handles it.
final class AwsJob {

    private AwsJob() {}

    static MessageBody disconnect(UUID job, String connection) {
        return MessageBody.of("""
                {"version": 1, "job_id": "%s", "kind": "disconnect", "client_id": "client", "connection_id": "%s",
                 "provider": "fake", "max_age_seconds": 0, "attended": false, "deadline": "%s"}""".formatted(job, connection, Instant.now().plusSeconds(300)));
    }

    static JobHandling handling(JobQueue queue, OutcomeLog outcomes, JobStory story) {
        Duration visibility = Duration.ofSeconds(30);
        return new JobHandling(
                queue,
                outcomes,
                new JobReader(),
                new OutcomeWriter(),
                GrantCheck.NONE,
                new NotedAudit(),
                story,
                new LeaseKeeper(queue, visibility, visibility, Clock.systemUTC()),
                RetryPolicy.standard(),
                fault -> {},
                Clock.systemUTC());
    }
}

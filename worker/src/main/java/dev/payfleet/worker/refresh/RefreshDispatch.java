package dev.payfleet.worker.refresh;

import dev.payfleet.worker.grant.RefreshPermits;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.wire.JobWriter;
import java.time.Duration;
import java.time.Instant;

/// Puts refreshes on the queue, as jobs of the fleet's own.
final class RefreshDispatch {
    /// Later than that, somebody's read will have done it.
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final JobQueue queue;
    private final RefreshPermits permits;
    private final JobWriter writer = new JobWriter();

    RefreshDispatch(JobQueue queue, RefreshPermits permits) {
        this.queue = queue;
        this.permits = permits;
    }

    void send(Refresh refresh, Instant now) {
        FetchJob job = permits.sign(new FetchJob(
                FetchJob.VERSION,
                refresh.jobId(),
                JobKind.REFRESH,
                refresh.key().clientId(),
                refresh.key().connectionId(),
                refresh.provider(),
                null,
                0,
                false,
                now.plus(GOOD_FOR),
                null,
                null));
        queue.send(NewMessage.of(job.connectionId(), job.jobId().toString(), MessageBody.of(writer.write(job))));
    }
}

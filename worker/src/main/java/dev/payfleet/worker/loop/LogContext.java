package dev.payfleet.worker.loop;

import dev.payfleet.worker.job.FetchJob;
import org.slf4j.MDC;

/// Whose the log lines of a thread are.
final class LogContext {
    private LogContext() {}

    /// From now on this job's.
    static void of(FetchJob job) {
        MDC.put("job_id", job.jobId().toString());
        MDC.put("connection_id", job.connectionId());
        MDC.put("provider", job.provider());
    }

    /// Nobody's.
    static void clear() {
        MDC.clear();
    }
}

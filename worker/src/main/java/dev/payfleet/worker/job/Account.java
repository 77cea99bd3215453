package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.audit.AuditedJob;
import java.util.Optional;
import java.util.UUID;

/// One person's account at one provider, held by one job: what the steps of the story hand to each other.
///
/// @param jobId the job that holds it
/// @param key whose account it is
/// @param provider how its site is read
/// @param fence the number under which this job may write the session; a later claim makes it stale
/// @param person that somebody is there to answer a second factor; empty where nobody is
/// @param progress where the steps are shown
public record Account(
        UUID jobId,
        ConnectionKey key,
        PayrollProvider provider,
        long fence,
        Optional<Attendance> person,
        JobProgress progress) {
    /// As the audit log names it.
    AuditedJob audited() {
        return new AuditedJob(jobId, key, provider.declaration().id());
    }
}

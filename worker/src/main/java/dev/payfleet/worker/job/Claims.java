package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.SessionStore;
import java.time.InstantSource;
import java.util.Optional;

/// Claims accounts: whoever had one before can write nothing for it any more.
final class Claims {
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final ChallengeTexts texts;
    private final InstantSource clock;

    Claims(ConnectionStore connections, SessionStore sessions, ChallengeTexts texts, InstantSource clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
    }

    /// Claims the account of a job, whose steps ask from here on whether the person is still there. Only a refresh
    /// is nobody's use of it.
    ///
    /// @throws dev.payfleet.session.DisconnectedException when there is no active connection
    Account claim(FetchJob job, PayrollProvider provider, JobProgress progress) {
        progress.under(new StoredConsent(connections, job.key(), clock));
        long fence = job.kind() == JobKind.REFRESH
                ? sessions.claim(job.key())
                : sessions.claimForUse(job.key(), clock.instant());
        return new Account(job.jobId(), job.key(), provider, fence, person(job), progress);
    }

    private Optional<Attendance> person(FetchJob job) {
        return job.attended() ? Optional.of(new Attendance(job.jobId(), texts.continuation(job))) : Optional.empty();
    }
}

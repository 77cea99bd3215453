package dev.payfleet.worker.fleet;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.refresh.RefreshStores;
import dev.payfleet.worker.retention.RetentionGuard;
import java.time.Instant;

/// An opened engine: what the commands and a worker need, on one machine or many. Everything in it may be used by
/// many threads, and the embedded engine by several processes.
public interface Fleet extends AutoCloseable {
    /// The providers that this build and the home's plugins know.
    ProviderCatalog providers();

    /// Where jobs wait.
    JobQueue queue();

    /// What on-call does with the queue.
    QueueDesk desk();

    /// What came of the jobs.
    OutcomeLog outcomes();

    /// Whose accounts these are.
    ConnectionStore connections();

    /// What spares known devices the second factor.
    TrustStore trusts();
    /// What the planning of refreshes needs.
    RefreshStores refreshes();

    /// What sign-ins were spent.
    SignInLedger ledger();

    /// Normalized results, for as long as they live.
    ResultCache results();

    /// What providers ask of people, and what people answer.
    ChallengeDesk challenges();

    /// Redrawn pages, for five days. Takes nothing in while its place is not as promised.
    EvidenceStore evidence();

    /// The grants that are good for one job, and were used.
    UsedGrants usedGrants();

    /// Who did what, as records that are chained.
    AuditTrail audit();

    /// Whether what is kept is kept as promised.
    RetentionGuard retention();

    /// What was wiped when people left.
    DepartureLog departures();

    /// Deletes what a crash left behind and nothing points to.
    ///
    /// @return how many pieces
    int sweepOrphans(Instant now);

    /// How a person leaves.
    Departure departure();

    /// A worker on this engine. It takes no job before it is run, but its browsers start in the background at
    /// once. The caller closes it before the fleet.
    ///
    /// @throws dev.payfleet.worker.retention.RetentionException where what is kept is not kept as promised
    Worker worker();

    /// Closes the engine. Idempotent.
    @Override
    void close();
}

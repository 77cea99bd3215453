package dev.payfleet.worker.job;

import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.wire.ChallengeMessages;
import dev.payfleet.worker.wire.JobReader;
import java.time.InstantSource;
import java.util.Optional;

/// What a [JobRunner] over embedded stores is put together from, where a test has no wish of its own.
public final class StoryParts {
    /// Nothing is known of a session's own end.
    public static final SessionEnd NO_END = (_, _) -> Optional.empty();

    private StoryParts() {}

    public static JobRunner.Shelves shelves(EmbeddedSessions stores) {
        return shelves(stores, new NotedAudit());
    }

    static JobRunner.Shelves shelves(EmbeddedSessions stores, AuditTrail audit) {
        return new JobRunner.Shelves(
                stores.connections(),
                stores.sessions(),
                stores.trusts(),
                stores.ledger(),
                stores.results(),
                stores.challenges(),
                audit);
    }

    public static ChallengeTexts texts() {
        return new ChallengeMessages(new JobReader());
    }

    /// A departure from an empty queue, without a sign-out.
    public static Departure departure(EmbeddedSessions stores, EvidenceStore evidence, InstantSource clock) {
        return new Departure(
                new Departure.Places(
                        stores.connections(), stores.sessions(), evidence, new NothingQueued(), stores.departures()),
                SignOuts.NO_WAY_OUT,
                new NotedAudit(),
                clock);
    }
}

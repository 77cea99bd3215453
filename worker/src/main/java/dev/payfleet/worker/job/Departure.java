package dev.payfleet.worker.job;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Wiped;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A person leaves: everything of theirs is wiped and a tombstone without personal data stays, so that a job that
/// comes late is answered `disconnected` and one in flight cannot write anything back. Doing it twice does no harm.
public final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final ConnectionStore connections;
    private final EvidenceStore evidence;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Departure(ConnectionStore connections, EvidenceStore evidence, AuditTrail audit, InstantSource clock) {
        this.connections = connections;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /// Wipes and answers.
    public JobOutcome disconnect(ConnectionKey key) {
        wipe(key);
        return new JobOutcome.Disconnected();
    }

    /// Wipes the connection.
    ///
    /// @return what was there and is no more, by kind
    public Removed wipe(ConnectionKey key) {
        Wiped wiped = connections.disconnect(key, clock.instant());
        int pictures = evidence.wipe(EvidenceOwner.of(key));
        LOG.atInfo()
                .addKeyValue("credentials", wiped.credentials())
                .addKeyValue("sessions", wiped.sessions())
                .addKeyValue("results", wiped.results())
                .addKeyValue("challenges", wiped.challenges())
                .addKeyValue("evidence", pictures)
                .log("disconnected and wiped");
        Removed removed = new Removed(wiped, pictures);
        audit.note(new AuditEvent.Disconnected(key, removed.byKind(), AuditEvent.Disconnected.NOT_TRIED));
        return removed;
    }

    /// What a person's leaving removed.
    ///
    /// @param records of the stores, by kind
    /// @param evidence redrawn pages
    public record Removed(Wiped records, int evidence) {
        /// Nothing was there.
        public static final Removed NOTHING = new Removed(Wiped.NOTHING, 0);

        private Map<String, Integer> byKind() {
            return Map.of(
                    "credentials", records.credentials(),
                    "sessions", records.sessions(),
                    "trusts", records.trusts(),
                    "results", records.results(),
                    "evidence", evidence);
        }
    }
}

package dev.payfleet.worker.job;

import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DepartureRecord;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.Wiped;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A person leaves. In this order:
///
/// 1. a tombstone without personal data, by which a job that comes late is answered `disconnected` and one in
///    flight can write nothing any more; everything of theirs is wiped, and what is queued for them is cancelled,
/// 2. the provider's own sign-out, with the session that was live a moment ago: a courtesy that changes nothing,
/// 3. everything is read back,
/// 4. the record of what was wiped, which has grown with every step.
///
/// Killed anywhere, doing it again completes it. Safe for use by many threads.
public final class Departure {
    /// The kind of what was taken off the queue; missing where the queue cannot be searched.
    public static final String QUEUED_JOBS = "queued jobs";

    private static final String DEAD_LETTERS = "dead letters";
    private static final String EVIDENCE = "evidence";

    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final Places places;
    private final SignOuts signOuts;
    private final AuditTrail audit;
    private final InstantSource clock;

    /// @param signOuts how a session is ended at its provider
    public Departure(Places places, SignOuts signOuts, AuditTrail audit, InstantSource clock) {
        this.places = places;
        this.signOuts = signOuts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Leaves and answers.
    public JobOutcome disconnect(ConnectionKey key) {
        Left _ = leave(key);
        return new JobOutcome.Disconnected();
    }

    /// Wipes the connection, and shows that nothing is left.
    public Left leave(ConnectionKey key) {
        Optional<Connection> before = places.connections().find(key);
        Optional<StoredSession> session = before.flatMap(this::liveSession);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Writing writing = new Writing(before, begun(key, before, now));
        writing.wiped(counts(places.connections().disconnect(key, now)));
        writing.wiped(Map.of(EVIDENCE, places.evidence().wipe(EvidenceOwner.of(key))));
        writing.wiped(counts(places.jobs().cancel(key)));
        before.ifPresent(connection -> writing.change(record -> record.signedOut(signOut(connection, session))));
        Map<String, Integer> left = left(key);
        writing.change(record -> record.verified(isNothing(left)));
        tell(key, writing.record);
        return new Left(left, writing.record);
    }

    /// Counts what is left, by reading: nothing is removed.
    ///
    /// @return how many of each kind. Jobs that wait are missing where the queue cannot be searched
    public Map<String, Integer> left(ConnectionKey key) {
        Map<String, Integer> left = new TreeMap<>(counts(places.connections().left(key)));
        left.put(EVIDENCE, places.evidence().count(EvidenceOwner.of(key)));
        left.putAll(counts(places.jobs().left(key)));
        return left;
    }

    /// Wipes what a worker may have left that was killed right after it had kept a picture of somebody who had
    /// left meanwhile. Its job is delivered again, and ends here.
    void wipeAgain(ConnectionKey key) {
        try {
            int pictures = places.evidence().wipe(EvidenceOwner.of(key));
            if (pictures > 0) {
                LOG.atWarn().addKeyValue("evidence", pictures).log("evidence kept too late was wiped");
            }
        } catch (UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("evidence of a tombstone could not be looked for; it ends in five days");
        }
    }

    /// Kept in memory alone. A session that cannot be opened must not keep anything from being wiped.
    private Optional<StoredSession> liveSession(Connection connection) {
        try {
            return connection.state() == ConnectionState.ACTIVE
                    ? places.sessions()
                            .find(connection.key())
                            .filter(session -> clock.instant().isBefore(session.expiresAt()))
                    : Optional.empty();
        } catch (SealBrokenException | StoreUnavailableException e) {
            LOG.atWarn().setCause(e).log("no session could be read to sign out with");
            return Optional.empty();
        }
    }

    private static Map<String, Integer> counts(Wiped records) {
        return Map.of(
                "credentials", records.credentials(),
                "sessions", records.sessions(),
                "device trusts", records.trusts(),
                "results", records.results(),
                "challenges", records.challenges());
    }

    private static Map<String, Integer> counts(QueuedJobs.Queued queued) {
        return queued.waiting().isEmpty()
                ? Map.of(DEAD_LETTERS, queued.dead())
                : Map.of(
                        DEAD_LETTERS,
                        queued.dead(),
                        QUEUED_JOBS,
                        queued.waiting().getAsInt());
    }

    /// The record of this departure, which an earlier try may have begun.
    private DepartureRecord begun(ConnectionKey key, Optional<Connection> before, Instant now) {
        return before.filter(connection -> connection.state() == ConnectionState.DISCONNECTED)
                .flatMap(connection ->
                        places.log().latest(key).filter(earlier -> !earlier.at().isBefore(connection.connectedAt())))
                .orElseGet(() -> DepartureRecord.begun(key, now));
    }

    private SignOutResult signOut(Connection connection, Optional<StoredSession> session) {
        return session.map(live -> signOuts.attempt(connection, live)).orElse(SignOutResult.NO_SESSION);
    }

    private static boolean isNothing(Map<String, Integer> left) {
        return left.values().stream().allMatch(count -> count == 0);
    }

    private static Map<String, Integer> asCodes(Map<String, Integer> byKind) {
        Map<String, Integer> byCode = new TreeMap<>();
        byKind.forEach((kind, count) -> byCode.put(kind.replace(' ', '_'), count));
        return byCode;
    }

    private void tell(ConnectionKey key, DepartureRecord departure) {
        audit.note(new AuditEvent.Disconnected(
                key, asCodes(departure.wiped()), departure.signOut().wireName()));
        LOG.atInfo()
                .addKeyValue("wiped", departure.wiped())
                .addKeyValue("sign_out", departure.signOut().wireName())
                .addKeyValue("verified", departure.verified())
                .log("disconnected and wiped");
    }

    /// Where a person's data may be.
    ///
    /// @param log where it is written down that nothing is
    public record Places(
            ConnectionStore connections,
            SessionStore sessions,
            EvidenceStore evidence,
            QueuedJobs jobs,
            DepartureLog log) {}

    /// How a person left.
    ///
    /// @param left what was found when everything was read back, by kind
    /// @param departure the record, with what earlier tries removed
    public record Left(Map<String, Integer> left, DepartureRecord departure) {
        public Left {
            left = Map.copyOf(left);
        }

        /// Whether nothing was found.
        public boolean nothing() {
            return isNothing(left);
        }
    }

    /// The record as it grows. It is written after every step, so that a try that is killed tells what it did. Of
    /// somebody who was never connected none is kept.
    private final class Writing {
        private final boolean kept;
        private DepartureRecord record;

        Writing(Optional<Connection> connection, DepartureRecord record) {
            this.kept = connection.isPresent();
            this.record = record;
        }

        void wiped(Map<String, Integer> counts) {
            change(before -> before.plus(counts));
        }

        void change(UnaryOperator<DepartureRecord> step) {
            record = step.apply(record);
            if (kept) {
                places.log().keep(record);
            }
        }
    }
}

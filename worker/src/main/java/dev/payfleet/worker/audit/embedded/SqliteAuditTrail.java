package dev.payfleet.worker.audit.embedded;

import dev.payfleet.session.ChainKey;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.sqlite.SqliteFileException;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditHead;
import dev.payfleet.worker.audit.AuditLines;
import dev.payfleet.worker.audit.AuditRecord;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.Chain;
import dev.payfleet.worker.audit.ChainCheck;
import dev.payfleet.worker.audit.Verification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The audit log in a SQLite file: one chain for all processes, since SQLite writes one transaction after the other.
public final class SqliteAuditTrail implements AuditTrail {
    private static final String CHAIN = "machine";
    private static final int PAGE = 2000;

    private final SqliteFile file;
    private final Chain chain;
    private final InstantSource clock;

    private SqliteAuditTrail(SqliteFile file, ChainKey key, InstantSource clock) {
        this.file = file;
        this.chain = new Chain(CHAIN, key);
        this.clock = clock;
    }

    /// Opens the log of a file, which stays the caller's to close.
    public static SqliteAuditTrail open(SqliteFile file, ChainKey key, InstantSource clock) {
        file.migrate(AuditTables.COMPONENT, AuditTables.STEPS);
        return new SqliteAuditTrail(file, key, clock);
    }

    @Override
    public void append(AuditEvent event) {
        try {
            AuditLines.written(file.write(c -> append(c, event)));
        } catch (SqliteFileException failure) {
            StoreUnavailableException told = new StoreUnavailableException(
                    Reason.UNREACHABLE, "SQLite (audit log)", failure.getClass().getSimpleName());
            told.initCause(failure);
            throw told;
        }
    }

    private AuditRecord append(Connection c, AuditEvent event) throws SQLException {
        Chain.Link link = chain.next(head(c).orElseGet(chain::beginning), event, clock.instant());
        AuditRecord record = link.record();
        Sql.update(
                c,
                "INSERT INTO audit_record (seq, at, event, key_id, previous, previous_at, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                record.seq(),
                record.at(),
                record.event(),
                record.key(),
                record.previous(),
                record.previousAt(),
                record.hash());
        save(c, link.head());
        return record;
    }

    private static void save(Connection c, AuditHead head) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO audit_head (only_row, seq, at, hash, forgotten_before, key_id, seal)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (only_row) DO UPDATE SET seq = excluded.seq, at = excluded.at,"
                        + " hash = excluded.hash, forgotten_before = excluded.forgotten_before,"
                        + " key_id = excluded.key_id, seal = excluded.seal",
                head.seq(),
                head.at(),
                head.hash(),
                head.forgottenBefore(),
                head.key(),
                head.seal());
    }

    private static Optional<AuditHead> head(Connection c) throws SQLException {
        return Sql.first(
                c,
                "SELECT seq, at, hash, forgotten_before, key_id, seal FROM audit_head",
                row -> new AuditHead(
                        CHAIN,
                        row.getLong("seq"),
                        Sql.instant(row, "at"),
                        row.getString("hash"),
                        Sql.instant(row, "forgotten_before"),
                        row.getString("key_id"),
                        row.getString("seal")));
    }

    @Override
    public void read(Instant since, Consumer<AuditRecord> reader) {
        Page page = new Page(List.of(), Optional.empty());
        long seq = 0;
        do {
            long after = seq;
            page = file.read(c -> page(c, after, since));
            page.records().forEach(reader);
            seq = page.records().isEmpty() ? seq : page.records().getLast().seq();
        } while (page.records().size() == PAGE);
    }

    /// In pages, so that no snapshot is held for long; the head is read with the last one, and belongs to it.
    @Override
    public Verification verify(Verification.Progress progress) {
        ChainCheck check = new ChainCheck(chain);
        long read = 0;
        Page page;
        do {
            page = file.read(c -> page(c, check.reached(), Instant.EPOCH));
            Instant forgotten = page.forgottenBefore();
            page.records().forEach(record -> check.read(record, forgotten));
            read += page.records().size();
            progress.read(read);
        } while (page.records().size() == PAGE);
        return page.head().isEmpty() && read == 0
                ? Verification.NOTHING
                : check.end(page.head(), page.forgottenBefore());
    }

    private record Page(List<AuditRecord> records, Optional<AuditHead> head) {
        Instant forgottenBefore() {
            return head.map(AuditHead::forgottenBefore).orElse(Instant.EPOCH);
        }
    }

    private static Page page(Connection c, long after, Instant since) throws SQLException {
        List<AuditRecord> records = Sql.all(
                c,
                "SELECT seq, at, event, key_id, previous, previous_at, hash FROM audit_record"
                        + " WHERE seq > ? AND at >= ? ORDER BY seq LIMIT ?",
                SqliteAuditTrail::record,
                after,
                since,
                PAGE);
        return new Page(records, head(c));
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                CHAIN,
                row.getLong("seq"),
                Sql.instant(row, "at"),
                row.getString("event"),
                row.getString("key_id"),
                row.getString("previous"),
                Sql.instant(row, "previous_at"),
                row.getString("hash"));
    }

    /// Whole prefixes alone: what lies behind a record that lives stays with it, whatever its own time says.
    @Override
    public int sweep(Instant now) {
        Instant before = now.minus(LIFE);
        return file.write(c -> {
            Optional<AuditHead> head = head(c);
            if (head.isEmpty()) {
                return 0;
            }
            long firstAlive = Sql.first(
                            c,
                            "SELECT seq FROM audit_record WHERE at >= ? ORDER BY seq LIMIT 1",
                            row -> row.getLong(1),
                            before)
                    .orElse(head.get().seq() + 1);
            boolean any = Sql.first(
                            c, "SELECT 1 FROM audit_record WHERE seq < ? LIMIT 1", row -> row.getInt(1), firstAlive)
                    .isPresent();
            if (!any) {
                return 0;
            }
            save(c, chain.forgetting(head.get(), before));
            return Sql.update(c, "DELETE FROM audit_record WHERE seq < ?", firstAlive);
        });
    }
}

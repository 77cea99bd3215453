package dev.payfleet.worker.audit;

import dev.payfleet.session.ChainKey;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// How the records of one chain hang together: each has the hash of the one before and one of its own, made with a
/// key that whoever can write to the store alone does not have. Free of storage and clock. Any thread may call.
///
/// @param name the chain's
/// @param key what hashes
public record Chain(String name, ChainKey key) {
    /// A record, and the head that goes with it.
    public record Link(AuditRecord record, AuditHead head) {}

    /// What the hash says of what it covers.
    enum Soundness {
        SOUND,
        ALTERED,
        /// Nobody here has the key that it names.
        UNKNOWN_KEY
    }

    /// The head of an empty chain.
    public AuditHead beginning() {
        return AuditHead.none(name);
    }

    /// The record that comes next. On a head that was altered nothing is built, which would make it sound again.
    ///
    /// @param head the chain's, as it is stored, or [#beginning()]
    /// @throws StoreUnavailableException when the head is not sound
    public Link next(AuditHead head, AuditEvent event, Instant now) {
        requireSound(head);
        String with = key.id();
        AuditRecord open = new AuditRecord(
                name,
                head.seq() + 1,
                now.truncatedTo(ChronoUnit.MICROS),
                EventText.of(event),
                with,
                head.hash(),
                head.at(),
                "");
        String hash = hash(with, open.canonical()).orElseThrow();
        AuditRecord record = new AuditRecord(
                name, open.seq(), open.at(), open.event(), with, open.previous(), open.previousAt(), hash);
        return new Link(record, sealed(record.seq(), record.at(), hash, head.forgottenBefore()));
    }

    /// A head with no record yet, for a chain that is announced before it is used.
    public AuditHead announced(Instant now) {
        return sealed(0, now.truncatedTo(ChronoUnit.MICROS), "", Instant.EPOCH);
    }

    /// The head once records before this time have been deleted.
    ///
    /// @throws StoreUnavailableException when the head is not sound
    public AuditHead forgetting(AuditHead head, Instant before) {
        requireSound(head);
        Instant later = before.isAfter(head.forgottenBefore()) ? before : head.forgottenBefore();
        return sealed(head.seq(), head.at(), head.hash(), later.truncatedTo(ChronoUnit.MICROS));
    }

    private AuditHead sealed(long seq, Instant at, String hash, Instant forgottenBefore) {
        String with = key.id();
        AuditHead open = new AuditHead(name, seq, at, hash, forgottenBefore, with, "");
        return new AuditHead(
                name,
                seq,
                at,
                hash,
                forgottenBefore,
                with,
                hash(with, open.canonical()).orElseThrow());
    }

    private void requireSound(AuditHead head) {
        if (!head.isNone() && judge(head) != Soundness.SOUND) {
            throw new StoreUnavailableException(
                    Reason.REFUSED, "the audit log's chain " + name, "its head is not sound: see audit verify");
        }
    }

    Soundness judge(AuditRecord record) {
        return judge(record.key(), record.canonical(), record.hash());
    }

    Soundness judge(AuditHead head) {
        return judge(head.key(), head.canonical(), head.seal());
    }

    private Soundness judge(String with, String canonical, String hash) {
        return hash(with, canonical)
                .map(expected -> same(expected, hash) ? Soundness.SOUND : Soundness.ALTERED)
                .orElse(Soundness.UNKNOWN_KEY);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<String> hash(String with, String canonical) {
        return key.hash(with, canonical.getBytes(StandardCharsets.UTF_8)).map(HexFormat.of()::formatHex);
    }
}

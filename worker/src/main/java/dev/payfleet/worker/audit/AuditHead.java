package dev.payfleet.worker.audit;

import java.time.Instant;

/// The end of a chain: without it, nobody would miss the records that were last. It moves with every record, in the
/// same transaction.
///
/// @param chain the chain's name
/// @param seq the number of the last record
/// @param at when that was
/// @param hash the last record's hash, 64 hex digits
/// @param forgottenBefore records of earlier times were deleted because their time was over, and may be missing
/// @param key the name of the key that the seal was made with
/// @param seal HMAC-SHA-256 of the [#canonical()] form, 64 hex digits
public record AuditHead(
        String chain, long seq, Instant at, String hash, Instant forgottenBefore, String key, String seal) {

    /// What a chain has before its first record. It is not stored, and so not sealed.
    static AuditHead none(String chain) {
        return new AuditHead(chain, 0, Instant.EPOCH, "", Instant.EPOCH, "", "");
    }

    boolean isNone() {
        return seq == 0 && seal.isEmpty();
    }

    String canonical() {
        return String.join(
                "\n",
                "payfleet-audit-1 head",
                chain,
                Long.toString(seq),
                AuditRecord.micros(at),
                key,
                hash,
                AuditRecord.micros(forgottenBefore));
    }
}

package dev.payfleet.worker.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// One record of a chain, as it is stored. Its hash covers all the rest of it.
///
/// @param chain the chain's name
/// @param seq its number there, from 1 and without a gap
/// @param at when, to the microsecond
/// @param event what, as a line of JSON
/// @param key the name of the key that it was hashed with
/// @param previous the hash of the record before, 64 hex digits; nothing for the first
/// @param previousAt when that was, which tells whether one that is gone had outlived its time; 1970 for the first
/// @param hash HMAC-SHA-256 of the [#canonical()] form, 64 hex digits
public record AuditRecord(
        String chain,
        long seq,
        Instant at,
        String event,
        String key,
        String previous,
        Instant previousAt,
        String hash) {

    /// The fields of the event in words, in their order; `event` is its name.
    public Map<String, String> fields() {
        return EventText.fields(event);
    }

    /// What is hashed: one line each, none of which can hold a line's end.
    String canonical() {
        return String.join(
                "\n",
                "payfleet-audit-1 record",
                chain,
                Long.toString(seq),
                micros(at),
                key,
                previous,
                micros(previousAt),
                event);
    }

    /// The same record, were it at another place.
    AuditRecord at(long place) {
        return new AuditRecord(chain, place, at, event, key, previous, previousAt, hash);
    }

    static String micros(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}

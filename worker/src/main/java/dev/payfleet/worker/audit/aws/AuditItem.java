package dev.payfleet.worker.audit.aws;

import static dev.payfleet.aws.Attributes.instant;
import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;
import static dev.payfleet.aws.Attributes.timeToLive;

import dev.payfleet.aws.Item;
import dev.payfleet.worker.audit.AuditHead;
import dev.payfleet.worker.audit.AuditRecord;
import dev.payfleet.worker.audit.AuditTrail;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Records and heads as items.
final class AuditItem {
    /// Where the head lies.
    static final long HEAD = 0;

    static final String SEAL = "seal";

    private static final String LAST = "last";
    private static final String AT = "at";
    private static final String EVENT = "event";
    private static final String KEY_ID = "key_id";
    private static final String PREVIOUS = "previous";
    private static final String PREVIOUS_AT = "previous_at";
    private static final String HASH = "hash";

    private AuditItem() {}

    static Map<String, AttributeValue> of(AuditRecord record) {
        return Map.of(
                AuditTables.CHAIN,
                text(record.chain()),
                AuditTables.SEQ,
                number(record.seq()),
                AT,
                instant(record.at()),
                EVENT,
                text(record.event()),
                KEY_ID,
                text(record.key()),
                PREVIOUS,
                text(record.previous()),
                PREVIOUS_AT,
                instant(record.previousAt()),
                HASH,
                text(record.hash()),
                AuditTables.EXPIRES,
                timeToLive(record.at().plus(AuditTrail.LIFE)));
    }

    static AuditRecord record(Item item) {
        return new AuditRecord(
                item.text(AuditTables.CHAIN),
                item.number(AuditTables.SEQ),
                item.instant(AT),
                item.text(EVENT),
                item.text(KEY_ID),
                item.text(PREVIOUS),
                item.instant(PREVIOUS_AT),
                item.text(HASH));
    }

    /// It lives as long as the record that it is the head of. Nothing is noted of what was forgotten: the table
    /// forgets by itself, by each record's own time.
    static Map<String, AttributeValue> of(AuditHead head) {
        return Map.of(
                AuditTables.CHAIN,
                text(head.chain()),
                AuditTables.SEQ,
                number(HEAD),
                LAST,
                number(head.seq()),
                AT,
                instant(head.at()),
                HASH,
                text(head.hash()),
                KEY_ID,
                text(head.key()),
                SEAL,
                text(head.seal()),
                AuditTables.EXPIRES,
                timeToLive(head.at().plus(AuditTrail.LIFE)));
    }

    static AuditHead head(Item item) {
        return new AuditHead(
                item.text(AuditTables.CHAIN),
                item.number(LAST),
                item.instant(AT),
                item.text(HASH),
                Instant.EPOCH,
                item.text(KEY_ID),
                item.text(SEAL));
    }
}

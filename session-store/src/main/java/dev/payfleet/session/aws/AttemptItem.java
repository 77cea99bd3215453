package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An attempt as an item of the ledger's table.
final class AttemptItem {
    static final String BEGUN_AT = "begun_at";
    static final String OUTCOME = "outcome";
    static final String SETTLED_AT = "settled_at";

    /// Only there where the provider asked for a second factor.
    static final String CHALLENGED = "challenged";

    /// A random text, by which the one who wrote the item knows it again.
    static final String MARK = "mark";

    private static final String FINGERPRINT = "fingerprint";

    private AttemptItem() {}

    static Map<String, AttributeValue> key(ConnectionKey owner, long attempt) {
        return Map.of(
                OwnedItems.OWNER, Attributes.text(owner.toString()), SessionTables.ATTEMPT, Attributes.number(attempt));
    }

    static Attempt begun(long id, String fingerprint, Instant now) {
        return new Attempt(id, fingerprint, now, AttemptOutcome.UNKNOWN, null);
    }

    static Attempt overridden(long id, Instant now) {
        return new Attempt(id, Attempt.OF_NO_CREDENTIAL, now, AttemptOutcome.OVERRIDDEN, null);
    }

    static Map<String, AttributeValue> of(ConnectionKey owner, Attempt begun, String mark, Instant end) {
        return Map.of(
                OwnedItems.OWNER,
                Attributes.text(owner.toString()),
                SessionTables.ATTEMPT,
                Attributes.number(begun.id()),
                FINGERPRINT,
                Attributes.text(begun.fingerprint()),
                BEGUN_AT,
                Attributes.instant(begun.begunAt()),
                OUTCOME,
                Attributes.text(begun.outcome().name()),
                MARK,
                Attributes.text(mark),
                SessionTables.EXPIRES_AT,
                Attributes.timeToLive(end));
    }

    static Attempt attempt(Item item) {
        return new Attempt(
                item.number(SessionTables.ATTEMPT),
                item.text(FINGERPRINT),
                item.instant(BEGUN_AT),
                outcome(item),
                item.optionalInstant(SETTLED_AT).orElse(null),
                item.has(CHALLENGED) || outcome(item) == AttemptOutcome.CHALLENGED);
    }

    static AttemptOutcome outcome(Item item) {
        return AttemptOutcome.valueOf(item.text(OUTCOME));
    }
}

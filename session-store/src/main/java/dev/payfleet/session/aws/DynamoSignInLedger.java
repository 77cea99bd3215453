package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.ExpirySweep;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Transaction;
import dev.payfleet.session.Admission;
import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Refusal;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.SignInRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Every change of a connection's attempts also changes a number on its head, and is made on condition that the
/// number is the one that was read before the attempts were. Of two that decide at once, one is refused and looks
/// again.
final class DynamoSignInLedger implements SignInLedger {
    private static final String BEGIN = AwsService.DYNAMODB + " (sign-in ledger, begin)";
    private static final String SETTLE = AwsService.DYNAMODB + " (sign-in ledger, settle)";

    private final Heads heads;
    private final DynamoTable table;
    private final ExpirySweep expired;

    DynamoSignInLedger(Heads heads, DynamoTable table) {
        this.heads = heads;
        this.table = table;
        this.expired =
                new ExpirySweep(table, List.of(OwnedItems.OWNER, SessionTables.ATTEMPT), AttemptItem.BEGUN_AT, _ -> {});
    }

    @Override
    public Admission begin(ConnectionKey key, String fingerprint, int lockOutThreshold, Instant now) {
        if (lockOutThreshold < 1) {
            throw new IllegalArgumentException("lockOutThreshold must be at least 1, was " + lockOutThreshold);
        }
        return Contention.settle(BEGIN, () -> {
            long seen = changes(heads.active(key));
            Optional<Refusal> refusal = refusal(key, fingerprint, lockOutThreshold, now);
            return refusal.isPresent()
                    ? Optional.of(new Admission.Refused(refusal.get()))
                    : record(key, seen, AttemptItem.begun(seen + 1, fingerprint, now));
        });
    }

    private static long changes(Item head) {
        return head.number(Heads.LEDGER);
    }

    private Optional<Admission> record(ConnectionKey key, long seen, Attempt attempt) {
        String mark = UUID.randomUUID().toString();
        boolean recorded = Transaction.write(
                                table.client(),
                                List.of(
                                        change(key, Heads.ACTIVE + " AND ledger = :seen", seen),
                                        put(key, attempt, mark)))
                        .isEmpty()
                || isRecorded(key, attempt, mark);
        return recorded ? Optional.of(new Admission.Admitted(attempt.id())) : Optional.empty();
    }

    /// A try whose answer was lost may have succeeded, and then stands in its own way.
    private boolean isRecorded(ConnectionKey key, Attempt attempt, String mark) {
        return table.get(AttemptItem.key(key, attempt.id()))
                .flatMap(item -> item.optionalText(AttemptItem.MARK))
                .filter(mark::equals)
                .isPresent();
    }

    private TransactWriteItem put(ConnectionKey key, Attempt attempt, String mark) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(AttemptItem.of(
                                key, attempt, mark, attempt.begunAt().plus(MEMORY)))
                        .conditionExpression("attribute_not_exists(" + AttemptItem.MARK + ")"))
                .build();
    }

    private TransactWriteItem change(ConnectionKey key, String condition, long seen) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(heads.table().name())
                        .key(Heads.key(key))
                        .updateExpression("SET ledger = :next")
                        .conditionExpression(condition)
                        .expressionAttributeValues(
                                Map.of(":seen", Attributes.number(seen), ":next", Attributes.number(seen + 1))))
                .build();
    }

    @Override
    public void settle(ConnectionKey key, long attempt, AttemptOutcome outcome, Instant now) {
        boolean _ = Contention.settle(SETTLE, () -> {
            long seen = heads.find(key).map(DynamoSignInLedger::changes).orElse(0L);
            AttemptOutcome known = table.get(AttemptItem.key(key, attempt))
                    .map(AttemptItem::outcome)
                    .orElseThrow(() -> new IllegalStateException("there is no sign-in attempt " + attempt));
            if (known == outcome) {
                return Optional.of(true);
            }
            if (!SignInRule.maySettle(known)) {
                throw new IllegalStateException(
                        "sign-in attempt " + attempt + " is settled as " + known + " and can't become " + outcome);
            }
            List<TransactWriteItem> writes =
                    List.of(change(key, "ledger = :seen", seen), settlement(key, attempt, known, outcome, now));
            return Transaction.write(table.client(), writes).isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private TransactWriteItem settlement(
            ConnectionKey key, long attempt, AttemptOutcome known, AttemptOutcome outcome, Instant now) {
        // Whoever wrote the outcome before this attribute was thought of has left the outcome alone.
        boolean challenged = outcome == AttemptOutcome.CHALLENGED || known == AttemptOutcome.CHALLENGED;
        String mark = challenged ? ", " + AttemptItem.CHALLENGED + " = :now" : "";
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(AttemptItem.key(key, attempt))
                        .updateExpression("SET #outcome = :outcome, #settled = :now" + mark)
                        .conditionExpression("#outcome = :known")
                        .expressionAttributeNames(
                                Map.of("#outcome", AttemptItem.OUTCOME, "#settled", AttemptItem.SETTLED_AT))
                        .expressionAttributeValues(Map.of(
                                ":outcome", Attributes.text(outcome.name()),
                                ":known", Attributes.text(known.name()),
                                ":now", Attributes.instant(now))))
                .build();
    }

    /// In two steps, so that an operator needs no right to read a connection: the number is taken first, and lost
    /// when the second step fails, which leaves the ledger as it was. Who decides in between counts what was spent.
    @Override
    public void override(ConnectionKey key, Instant now) {
        long number = heads.update(
                        key,
                        update -> update.updateExpression("SET ledger = ledger + :one")
                                .conditionExpression(Heads.ACTIVE)
                                .expressionAttributeValues(Map.of(":one", Attributes.number(1)))
                                .returnValues(ReturnValue.UPDATED_NEW))
                .orElseThrow(() -> new DisconnectedException(key))
                .number(Heads.LEDGER);
        TransactWriteItem entry =
                put(key, AttemptItem.overridden(number, now), UUID.randomUUID().toString());
        if (!Transaction.write(table.client(), List.of(entry)).isEmpty()) {
            throw new IllegalStateException("entry " + number + " of the ledger is taken: its number was given twice");
        }
    }

    @Override
    public List<Attempt> attempts(ConnectionKey key) {
        return table
                .query(query -> query.keyConditionExpression("#owner = :owner")
                        .expressionAttributeNames(Map.of("#owner", OwnedItems.OWNER))
                        .expressionAttributeValues(Map.of(":owner", Attributes.text(key.toString()))))
                .stream()
                .map(AttemptItem::attempt)
                .toList();
    }

    @Override
    public int sweep(Instant now) {
        // Ends included, so that an attempt which is exactly as old as the memory stays.
        return expired.sweep(now.minus(MEMORY).minus(1, ChronoUnit.MICROS));
    }
}

package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.ExpirySweep;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Transaction;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Records are made only together with a look at the head, so that none comes to be after a disconnect; what
/// changes one is on condition that it is still there.
final class DynamoChallengeDesk implements ChallengeDesk {
    private static final String HAND_IN = AwsService.DYNAMODB + " (challenges, hand in)";
    private static final String SAME = "#id = :id";
    private static final Map<String, String> ID = Map.of("#id", ChallengeItem.ID);

    private final Heads heads;
    private final Fence fence;
    private final DynamoTable table;
    private final SealedAnswers answers;
    private final ExpirySweep expired;

    /// @param sealer of the answers
    DynamoChallengeDesk(Heads heads, DynamoTable table, Sealer sealer) {
        this.heads = heads;
        this.fence = new Fence(heads);
        this.table = table;
        this.answers = new SealedAnswers(heads, table, sealer);
        this.expired =
                new ExpirySweep(table, List.of(OwnedItems.OWNER, SessionTables.RECORD), ChallengeItem.UNTIL, _ -> {});
    }

    @Override
    public void open(ConnectionKey key, long claim, OpenChallenge challenge) {
        fence.write(
                key,
                claim,
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name()).item(ChallengeItem.of(key, claim, challenge)))
                        .build());
    }

    @Override
    public Optional<OpenChallenge> find(ConnectionKey key) {
        return table.get(ChallengeItem.key(key)).map(ChallengeItem::challenge);
    }

    private Optional<Item> item(ConnectionKey key, UUID challenge) {
        return table.get(ChallengeItem.key(key)).filter(item -> ChallengeItem.is(item, challenge));
    }

    @Override
    public boolean hold(ConnectionKey key, UUID challenge, Instant heldUntil) {
        return table.update(
                        ChallengeItem.key(key),
                        update -> update.updateExpression("SET #held = :held")
                                .conditionExpression(SAME)
                                .expressionAttributeNames(
                                        Map.of("#id", ChallengeItem.ID, "#held", ChallengeItem.HELD_UNTIL))
                                .expressionAttributeValues(
                                        Map.of(":id", text(challenge), ":held", Attributes.instant(heldUntil))))
                .isPresent();
    }

    @Override
    public void deposit(ConnectionKey key, UUID job, Secret answer, Instant now) {
        answers.deposit(key, job, answer, now);
    }

    @Override
    public boolean handIn(ConnectionKey key, UUID challenge, HandedIn wish) {
        if (verdict(key, challenge, wish.job()).isPresent()) {
            return true;
        }
        return Contention.settle(HAND_IN, () -> {
            Optional<Item> open = item(key, challenge);
            if (open.isEmpty()) {
                return Optional.of(false);
            }
            return open.get()
                    .optionalText(ChallengeItem.PENDING)
                    .map(pending -> pending.equals(wish.job().toString()))
                    .or(() -> add(key, open.get(), wish));
        });
    }

    /// Empty when the challenge changed meanwhile.
    private Optional<Boolean> add(ConnectionKey key, Item open, HandedIn wish) {
        Set<Integer> refused = Transaction.write(
                table.client(),
                List.of(
                        TransactWriteItem.builder()
                                .conditionCheck(heads.table()
                                        .check(Heads.key(key))
                                        .conditionExpression(Heads.ACTIVE)
                                        .build())
                                .build(),
                        pending(key, open, wish),
                        TransactWriteItem.builder()
                                .put(put -> put.tableName(table.name()).item(record(key, open, wish)))
                                .build()));
        if (refused.isEmpty()) {
            return Optional.of(true);
        }
        return refused.contains(0) ? Optional.of(false) : Optional.empty();
    }

    private static Map<String, AttributeValue> record(ConnectionKey key, Item open, HandedIn wish) {
        UUID challenge = UUID.fromString(open.text(ChallengeItem.ID));
        return ChallengeItem.of(
                ChallengeItem.wishKey(key, challenge, wish.job()),
                open.number(OwnedItems.FENCE),
                open.instant(ChallengeItem.UNTIL));
    }

    private TransactWriteItem pending(ConnectionKey key, Item open, HandedIn wish) {
        Map<String, String> names = new HashMap<>(ID);
        names.put("#pending", ChallengeItem.PENDING);
        names.put("#wish", ChallengeItem.WISH);
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":id", Attributes.text(open.text(ChallengeItem.ID)));
        values.put(":job", text(wish.job()));
        values.put(":wish", Attributes.text(wish.wish().name()));
        String method = wish.method();
        if (method != null) {
            names.put("#method", ChallengeItem.METHOD);
            values.put(":method", Attributes.text(method));
        }
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(ChallengeItem.key(key))
                        .updateExpression(
                                "SET #pending = :job, #wish = :wish" + (method == null ? "" : ", #method = :method"))
                        .conditionExpression(SAME + " AND attribute_not_exists(#pending)")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    @Override
    public Optional<HandedIn> take(ConnectionKey key, UUID challenge) {
        return item(key, challenge)
                .filter(item -> item.has(ChallengeItem.PENDING) && !item.has(ChallengeItem.TAKEN))
                .flatMap(item -> taken(key, challenge))
                .map(ChallengeItem::handedIn);
    }

    private Optional<Item> taken(ConnectionKey key, UUID challenge) {
        AttributeValue mark = text(UUID.randomUUID());
        Map<String, String> names = new HashMap<>(ID);
        names.put("#pending", ChallengeItem.PENDING);
        names.put("#taken", ChallengeItem.TAKEN);
        return table.update(
                        ChallengeItem.key(key),
                        update -> update.updateExpression("SET #taken = :mark")
                                .conditionExpression(
                                        SAME + " AND attribute_exists(#pending) AND attribute_not_exists(#taken)")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(Map.of(":id", text(challenge), ":mark", mark))
                                .returnValues(ReturnValue.ALL_NEW))
                // A try whose answer was lost may have succeeded, and then stands in its own way.
                .or(() -> item(key, challenge)
                        .filter(item -> item.optionalText(ChallengeItem.TAKEN)
                                .filter(mark.s()::equals)
                                .isPresent()));
    }

    @Override
    public Optional<Secret> answer(ConnectionKey key, UUID job) {
        return answers.take(key, job);
    }

    /// First the verdict: who finds the challenge ended then finds the verdict too.
    @Override
    public void tell(ConnectionKey key, UUID challenge, UUID job, String verdict, boolean ended) {
        Optional<Item> _ = table.update(
                ChallengeItem.wishKey(key, challenge, job),
                update -> update.updateExpression("SET #verdict = :verdict")
                        .conditionExpression("attribute_exists(#record)")
                        .expressionAttributeNames(
                                Map.of("#verdict", ChallengeItem.VERDICT, "#record", SessionTables.RECORD))
                        .expressionAttributeValues(Map.of(":verdict", Attributes.text(verdict))));
        if (ended) {
            end(key, challenge);
        } else {
            settle(key, challenge, job);
        }
    }

    private void settle(ConnectionKey key, UUID challenge, UUID job) {
        Optional<Item> _ = table.update(
                ChallengeItem.key(key),
                update -> update.updateExpression("REMOVE #pending, #wish, #method, #taken")
                        .conditionExpression(SAME + " AND #pending = :job")
                        .expressionAttributeNames(Map.of(
                                "#id", ChallengeItem.ID,
                                "#pending", ChallengeItem.PENDING,
                                "#wish", ChallengeItem.WISH,
                                "#method", ChallengeItem.METHOD,
                                "#taken", ChallengeItem.TAKEN))
                        .expressionAttributeValues(Map.of(":id", text(challenge), ":job", text(job))));
    }

    @Override
    public Optional<String> verdict(ConnectionKey key, UUID challenge, UUID job) {
        return table.get(ChallengeItem.wishKey(key, challenge, job))
                .flatMap(item -> item.optionalText(ChallengeItem.VERDICT));
    }

    @Override
    public void end(ConnectionKey key, UUID challenge) {
        Optional<Item> _ = table.delete(
                ChallengeItem.key(key),
                delete -> delete.conditionExpression(SAME)
                        .expressionAttributeNames(ID)
                        .expressionAttributeValues(Map.of(":id", text(challenge))));
    }

    @Override
    public int sweep(Instant now) {
        return expired.sweep(now.minus(AFTERLIFE));
    }

    private static AttributeValue text(UUID id) {
        return Attributes.text(id.toString());
    }
}

package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.Transaction;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// People's answers, each sealed for the job that brings it, so that it opens for no other. They are sealed as
/// credentials are, without a branch key, so that who deposits one need not be able to open any.
record SealedAnswers(Heads heads, DynamoTable table, Sealer sealer) {
    private static final String DEPOSIT = AwsService.DYNAMODB + " (challenges, deposit)";
    private static final String SEALED = "sealed";

    void deposit(ConnectionKey key, UUID job, Secret answer, Instant now) {
        byte[] sealed = sealed(key, job, answer);
        boolean _ = Contention.settle(DEPOSIT, () -> {
            Item head = heads.active(key);
            Map<String, AttributeValue> answerKey = ChallengeItem.answerKey(key, job);
            Map<String, AttributeValue> item =
                    new HashMap<>(ChallengeItem.of(answerKey, head.number(Heads.FENCE), now));
            item.put(SEALED, Attributes.bytes(sealed));
            item.keySet().removeAll(answerKey.keySet());
            return Transaction.write(table.client(), List.of(active(key), update(answerKey, item)))
                            .isEmpty()
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    /// An update and no put, so that who deposits needs no right to put.
    private TransactWriteItem update(Map<String, AttributeValue> answerKey, Map<String, AttributeValue> item) {
        Map<String, String> names = new HashMap<>(Map.of("#taken", ChallengeItem.TAKEN));
        Map<String, AttributeValue> values = new HashMap<>();
        item.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        String set = item.keySet().stream()
                .map(name -> "#" + name + " = :" + name)
                .collect(Collectors.joining(", ", "SET ", " REMOVE #taken"));
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(answerKey)
                        .updateExpression(set)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem active(ConnectionKey key) {
        return TransactWriteItem.builder()
                .conditionCheck(heads.table()
                        .check(Heads.key(key))
                        .conditionExpression(Heads.ACTIVE)
                        .build())
                .build();
    }

    private byte[] sealed(ConnectionKey key, UUID job, Secret answer) {
        byte[] plain = answer.bytes();
        try {
            return sealer.seal(key, purpose(job), plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String purpose(UUID job) {
        return "answer/" + job;
    }

    /// In three steps: marked, so that one alone has it; deleted; opened. Killed in between, nobody gets it.
    Optional<Secret> take(ConnectionKey key, UUID job) {
        Map<String, AttributeValue> itemKey = ChallengeItem.answerKey(key, job);
        AttributeValue mark = Attributes.text(UUID.randomUUID().toString());
        return marked(itemKey, mark).map(item -> {
            Optional<Item> _ = table.delete(
                    itemKey,
                    delete -> delete.conditionExpression("#taken = :mark")
                            .expressionAttributeNames(Map.of("#taken", ChallengeItem.TAKEN))
                            .expressionAttributeValues(Map.of(":mark", mark)));
            return Secret.takeOwnershipOf(sealer.open(key, purpose(job), item.bytes(SEALED)));
        });
    }

    /// Deleting alone would not do: where the answer to that was lost, nobody could say who deleted.
    private Optional<Item> marked(Map<String, AttributeValue> itemKey, AttributeValue mark) {
        return table.update(
                        itemKey,
                        update -> update.updateExpression("SET #taken = :mark")
                                .conditionExpression("attribute_exists(#sealed) AND attribute_not_exists(#taken)")
                                .expressionAttributeNames(Map.of("#sealed", SEALED, "#taken", ChallengeItem.TAKEN))
                                .expressionAttributeValues(Map.of(":mark", mark))
                                .returnValues(ReturnValue.ALL_NEW))
                .or(() -> table.get(itemKey)
                        .filter(item -> item.optionalText(ChallengeItem.TAKEN)
                                .filter(mark.s()::equals)
                                .isPresent()));
    }
}

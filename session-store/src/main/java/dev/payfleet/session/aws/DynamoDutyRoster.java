package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.session.DutyRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// One item for each duty. First it is held on, which keeps the number, else taken over, which raises it.
record DynamoDutyRoster(DynamoTable table) implements DutyRoster {
    private static final String FREE = "attribute_not_exists(holder) OR held_until <= :now";

    @Override
    public OptionalLong hold(String duty, String holder, Duration life, Instant now) {
        Map<String, AttributeValue> held = Map.of(
                ":holder", Attributes.text(holder),
                ":now", Attributes.instant(now),
                ":end", Attributes.instant(now.plus(life)));
        Map<String, AttributeValue> taken = Map.of(
                ":holder", Attributes.text(holder),
                ":now", Attributes.instant(now),
                ":end", Attributes.instant(now.plus(life)),
                ":zero", Attributes.number(0),
                ":one", Attributes.number(1));
        return table.update(
                        key(duty),
                        update -> update.updateExpression("SET held_until = :end")
                                .conditionExpression("holder = :holder AND held_until > :now")
                                .expressionAttributeValues(held)
                                .returnValues(ReturnValue.ALL_NEW))
                .or(() -> table.update(
                        key(duty),
                        update -> update.updateExpression("SET holder = :holder, held_until = :end,"
                                        + " fence = if_not_exists(fence, :zero) + :one")
                                .conditionExpression(FREE)
                                .expressionAttributeValues(taken)
                                .returnValues(ReturnValue.ALL_NEW)))
                .map(item -> OptionalLong.of(item.number(Heads.FENCE)))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void release(String duty, String holder) {
        var _ = table.update(
                key(duty),
                update -> update.updateExpression("REMOVE holder")
                        .conditionExpression("holder = :holder")
                        .expressionAttributeValues(Map.of(":holder", Attributes.text(holder))));
    }

    private static Map<String, AttributeValue> key(String duty) {
        return Map.of(SessionTables.DUTY, Attributes.text(duty));
    }
}

package dev.payfleet.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a table, read by name and kind. Times are whole microseconds since 1970, except where DynamoDB itself
/// looks at them: a time to live is in seconds.
public record Item(Map<String, AttributeValue> attributes) {
    public Item {
        attributes = Map.copyOf(attributes);
    }

    /// What an answer holds; empty when it holds no item.
    public static Optional<Item> of(Map<String, AttributeValue> attributes) {
        return attributes.isEmpty() ? Optional.empty() : Optional.of(new Item(attributes));
    }

    /// Whether the item has this attribute.
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /// @throws IllegalStateException when there is none: the item is none of ours. So do the others.
    public String text(String name) {
        return value(name).s();
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public long number(String name) {
        return Long.parseLong(value(name).n());
    }

    public byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    public boolean flag(String name) {
        return value(name).bool();
    }

    public Instant instant(String name) {
        return Instant.EPOCH.plus(number(name), ChronoUnit.MICROS);
    }

    public Optional<Instant> optionalInstant(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    private AttributeValue value(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item lacks `" + name + "`: it was not written by this program");
        }
        return value;
    }
}

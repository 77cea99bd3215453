package dev.payfleet.worker.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What comes of one group at a time: its oldest message and those right behind it that wait as well. All are ours
/// until they are settled, each by its own receipt; nobody else gets anything of the group meanwhile. Immutable.
///
/// @param group the group of them all
/// @param deliveries in the order in which they were sent; at least one
public record Turn(String group, List<Delivery> deliveries) {

    /// The most messages in one turn. SQS gives no more at a time.
    public static final int LONGEST = 10;

    /// A message that was received more often than this is best worked on by itself, so that one which kills its
    /// workers is found out and harms no other.
    public static final int ATTEMPTS_IN_COMPANY = 5;

    public Turn {
        deliveries = List.copyOf(deliveries);
        if (deliveries.isEmpty()) {
            throw new IllegalArgumentException("deliveries: expected one or more");
        }
    }

    /// A turn of one message.
    public static Turn of(Delivery delivery) {
        return new Turn(delivery.group(), List.of(delivery));
    }

    /// A turn for each group, in the order in which the groups come first.
    public static List<Turn> byGroup(List<Delivery> deliveries) {
        Map<String, List<Delivery>> groups = new LinkedHashMap<>();
        deliveries.forEach(delivery ->
                groups.computeIfAbsent(delivery.group(), _ -> new ArrayList<>()).add(delivery));
        return groups.entrySet().stream()
                .map(group -> new Turn(group.getKey(), group.getValue()))
                .toList();
    }

    /// The oldest message of the group.
    public Delivery first() {
        return deliveries.getFirst();
    }

    /// How many messages it has.
    public int size() {
        return deliveries.size();
    }
}

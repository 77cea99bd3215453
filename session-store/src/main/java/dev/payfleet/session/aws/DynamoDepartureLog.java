package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.ExpirySweep;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DepartureRecord;
import dev.payfleet.session.SignOutResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item for each departure, with a number for each kind that was wiped.
final class DynamoDepartureLog implements DepartureLog {
    private static final String WIPED = "wiped";
    private static final String SIGN_OUT = "sign_out";
    private static final String VERIFIED = "verified";

    private final DynamoTable table;
    private final ExpirySweep expired;

    DynamoDepartureLog(DynamoTable table) {
        this.table = table;
        this.expired = new ExpirySweep(
                table, List.of(OwnedItems.OWNER, SessionTables.DEPARTED_AT), SessionTables.DEPARTED_AT, _ -> {});
    }

    @Override
    public void keep(DepartureRecord departure) {
        Map<String, AttributeValue> counts = new TreeMap<>();
        departure.wiped().forEach((kind, count) -> counts.put(kind, Attributes.number(count)));
        Optional<Item> _ = table.update(
                Map.of(
                        OwnedItems.OWNER,
                        Attributes.text(departure.key().toString()),
                        SessionTables.DEPARTED_AT,
                        Attributes.instant(departure.at())),
                update -> update.updateExpression(
                                "SET #wiped = :wiped, #signOut = :signOut, #verified = :verified, #end = :end")
                        .expressionAttributeNames(Map.of(
                                "#wiped", WIPED,
                                "#signOut", SIGN_OUT,
                                "#verified", VERIFIED,
                                "#end", SessionTables.EXPIRES_AT))
                        .expressionAttributeValues(Map.of(
                                ":wiped", AttributeValue.fromM(counts),
                                ":signOut", Attributes.text(departure.signOut().name()),
                                ":verified", Attributes.flag(departure.verified()),
                                ":end", Attributes.timeToLive(departure.at().plus(LIFE)))));
    }

    @Override
    public Optional<DepartureRecord> latest(ConnectionKey key) {
        List<Item> all = table.query(query -> query.keyConditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", OwnedItems.OWNER))
                .expressionAttributeValues(Map.of(":owner", Attributes.text(key.toString()))));
        return all.isEmpty() ? Optional.empty() : Optional.of(departure(key, all.getLast()));
    }

    private static DepartureRecord departure(ConnectionKey key, Item item) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        Objects.requireNonNull(item.attributes().get(WIPED), WIPED)
                .m()
                .forEach((kind, count) -> counts.put(kind, Integer.valueOf(count.n())));
        return new DepartureRecord(
                key,
                item.instant(SessionTables.DEPARTED_AT),
                counts,
                SignOutResult.valueOf(item.text(SIGN_OUT)),
                item.flag(VERIFIED));
    }

    @Override
    public int sweep(Instant now) {
        // Ends included, so that a record which is exactly as old as its life stays.
        return expired.sweep(now.minus(LIFE).minus(1, ChronoUnit.MICROS));
    }
}

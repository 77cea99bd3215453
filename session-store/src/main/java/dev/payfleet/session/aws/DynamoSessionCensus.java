package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.CensusPage;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Scans the heads, which note until when the session of each is: a kilobyte for each connection, at half the price
/// since an old answer will do. An index would be read for less and written at every visit, which costs more.
record DynamoSessionCensus(Heads heads) implements SessionCensus {
    private static final String WANTED = "#owner, provider, connected_at, used_at, session_until";
    private static final String WITH_SESSION =
            "attribute_exists(session_until) AND attribute_not_exists(disconnected_at)";

    @Override
    public CensusPage page(Optional<String> after, int most) {
        ScanResponse page = heads.table()
                .scan(scan -> scan.limit(most)
                        .exclusiveStartKey(after.map(DynamoSessionCensus::start).orElse(null))
                        .filterExpression(WITH_SESSION)
                        .projectionExpression(WANTED)
                        .expressionAttributeNames(Map.of("#owner", OwnedItems.OWNER)));
        List<SessionMark> marks = page.items().stream()
                .map(Item::new)
                .map(DynamoSessionCensus::mark)
                .toList();
        return new CensusPage(
                marks,
                page.hasLastEvaluatedKey()
                        ? Optional.of(new Item(page.lastEvaluatedKey()).text(OwnedItems.OWNER))
                        : Optional.empty());
    }

    private static Map<String, AttributeValue> start(String owner) {
        return Map.of(OwnedItems.OWNER, Attributes.text(owner));
    }

    private static SessionMark mark(Item head) {
        String owner = head.text(OwnedItems.OWNER);
        int slash = owner.indexOf('/');
        return new SessionMark(
                new ConnectionKey(owner.substring(0, slash), owner.substring(slash + 1)),
                head.text(Heads.PROVIDER),
                head.instant(Heads.SESSION_UNTIL),
                head.optionalInstant(Heads.USED_AT).orElseGet(() -> head.instant(Heads.CONNECTED_AT)));
    }
}

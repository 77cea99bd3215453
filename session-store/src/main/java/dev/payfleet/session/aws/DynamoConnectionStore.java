package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.Item;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.Wiped;
import dev.payfleet.session.sealing.CredentialSeal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The credential lies in the head, so that it goes in the same write that makes the connection a tombstone.
/// Nothing here opens a credential to connect: who connects people need not be able to.
final class DynamoConnectionStore implements ConnectionStore {
    private static final String CONNECTED = "SET provider = :provider, connected_at = :now, account = :account,"
            + " sealed = :sealed, fence = if_not_exists(fence, :zero), ledger = if_not_exists(ledger, :zero)"
            + " REMOVE disconnected_at";

    private static final String BURIED = "SET disconnected_at = :now, unwiped = :one, fence = fence + :one"
            + " REMOVE sealed, account, session_until, used_at";

    private static final String CONNECT = AwsService.DYNAMODB + " (connect)";
    private static final String DISCONNECT = AwsService.DYNAMODB + " (disconnect)";

    private final Heads heads;
    private final Wipe wipe;
    private final CredentialSeal seal;
    private final AccountMark marks;

    DynamoConnectionStore(Heads heads, Wipe wipe, CredentialSeal seal, AccountMark marks) {
        this.heads = heads;
        this.wipe = wipe;
        this.seal = seal;
        this.marks = marks;
    }

    /// Another account takes two steps, a disconnect and a connect: in between, the connection is a tombstone.
    /// When it fails between them, it is to be repeated.
    @Override
    public void connect(ConnectionKey key, String provider, Credential credential, Instant now) {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("provider must be the id of a provider");
        }
        String account = marks.of(key, provider, credential.username());
        Map<String, AttributeValue> values = Map.of(
                ":provider", Attributes.text(provider),
                ":account", Attributes.text(account),
                ":sealed", Attributes.bytes(seal.seal(key, credential)),
                ":now", Attributes.instant(now),
                ":zero", Attributes.number(0));
        Item _ = Contention.settle(CONNECT, () -> {
            Optional<Item> former = heads.find(key);
            if (former.isEmpty()) {
                return write(key, "attribute_not_exists(" + Heads.FENCE + ")", values);
            }
            if (former.get().optionalText(Heads.ACCOUNT).filter(account::equals).isPresent()) {
                return write(key, Heads.ACTIVE + " AND " + Heads.ACCOUNT + " = :account", values);
            }
            return reconnect(key, former.get(), values, now);
        });
    }

    private Optional<Item> reconnect(ConnectionKey key, Item former, Map<String, AttributeValue> values, Instant now) {
        if (Heads.isActive(former) || former.has(Heads.UNWIPED)) {
            Wiped _ = disconnect(key, now);
        }
        return write(
                key,
                "attribute_exists(" + Heads.DISCONNECTED_AT + ") AND attribute_not_exists(" + Heads.UNWIPED + ")",
                values);
    }

    /// Empty when somebody else changed the head.
    private Optional<Item> write(ConnectionKey key, String condition, Map<String, AttributeValue> values) {
        return heads.update(
                key,
                update -> update.updateExpression(CONNECTED)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values));
    }

    @Override
    public Optional<Connection> find(ConnectionKey key) {
        return heads.find(key)
                .map(head -> new Connection(
                        key,
                        head.text(Heads.PROVIDER),
                        head.instant(Heads.CONNECTED_AT),
                        Heads.isActive(head) ? ConnectionState.ACTIVE : ConnectionState.DISCONNECTED,
                        head.number(Heads.FENCE)));
    }

    @Override
    public Optional<StoredCredential> credential(ConnectionKey key) {
        return heads.find(key)
                .filter(head -> head.has(Heads.SEALED))
                .map(head -> seal.open(key, head.bytes(Heads.SEALED)));
    }

    /// First the tombstone, which refuses every later write, then the rest. Killed in between, it goes on when
    /// repeated.
    @Override
    public Wiped disconnect(ConnectionKey key, Instant now) {
        return tombstone(key, now).map(tombstone -> wipe(key, tombstone)).orElse(Wiped.NOTHING);
    }

    /// The new tombstone or the former one; never the head of somebody who connected again meanwhile.
    private Optional<Item> tombstone(ConnectionKey key, Instant now) {
        return Contention.settle(DISCONNECT, () -> {
            Optional<Item> head = bury(key, now).or(() -> heads.find(key));
            return head.filter(Heads::isActive).isPresent() ? Optional.empty() : Optional.of(head);
        });
    }

    private Wiped wipe(ConnectionKey key, Item tombstone) {
        long fence = tombstone.number(Heads.FENCE);
        int credentials = tombstone.has(Heads.UNWIPED) ? Math.toIntExact(tombstone.number(Heads.UNWIPED)) : 0;
        Wiped wiped = wipe.all(key, fence, credentials);
        Optional<Item> _ = heads.update(
                key,
                update -> update.updateExpression("REMOVE " + Heads.UNWIPED)
                        .conditionExpression(Heads.FENCE + " = :fence")
                        .expressionAttributeValues(Map.of(":fence", Attributes.number(fence))));
        return wiped;
    }

    @Override
    public Wiped left(ConnectionKey key) {
        boolean sealed = heads.find(key).filter(head -> head.has(Heads.SEALED)).isPresent();
        return wipe.left(key, sealed ? 1 : 0);
    }

    private Optional<Item> bury(ConnectionKey key, Instant now) {
        return heads.update(
                key,
                update -> update.updateExpression(BURIED)
                        .conditionExpression(Heads.ACTIVE)
                        .expressionAttributeValues(
                                Map.of(":now", Attributes.instant(now), ":one", Attributes.number(1)))
                        .returnValues(ReturnValue.ALL_NEW));
    }
}

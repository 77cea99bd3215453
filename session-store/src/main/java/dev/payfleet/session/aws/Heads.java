package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The one item of each connection that everything else of it depends on. Its fence only grows, over disconnects
/// too.
record Heads(DynamoTable table) {
    static final String FENCE = OwnedItems.FENCE;
    static final String PROVIDER = "provider";
    static final String CONNECTED_AT = "connected_at";
    static final String DISCONNECTED_AT = "disconnected_at";

    /// The sealed credential.
    static final String SEALED = "sealed";

    /// A keyed hash of the user name, see [AccountMark].
    static final String ACCOUNT = "account";

    /// Grows with every change of the ledger.
    static final String LEDGER = "ledger";

    /// There as long as a disconnect is not complete: how many credentials it removed.
    static final String UNWIPED = "unwiped";

    /// When the stored session is thought to end; there as long as there is one. Kept here, so that all sessions can
    /// be gone through without reading them.
    static final String SESSION_UNTIL = "session_until";

    /// See [dev.payfleet.session.SessionStore#claimForUse].
    static final String USED_AT = "used_at";

    static final String ACTIVE = "attribute_exists(" + FENCE + ") AND attribute_not_exists(" + DISCONNECTED_AT + ")";

    static Map<String, AttributeValue> key(ConnectionKey key) {
        return Map.of(OwnedItems.OWNER, Attributes.text(key.toString()));
    }

    Optional<Item> find(ConnectionKey key) {
        return table.get(key(key));
    }

    /// The head of an active connection.
    ///
    /// @throws DisconnectedException when there is none
    Item active(ConnectionKey key) {
        return find(key).filter(Heads::isActive).orElseThrow(() -> new DisconnectedException(key));
    }

    static boolean isActive(Item head) {
        return !head.has(DISCONNECTED_AT);
    }

    Optional<Item> update(ConnectionKey key, UnaryOperator<UpdateItemRequest.Builder> change) {
        return table.update(key(key), change);
    }
}

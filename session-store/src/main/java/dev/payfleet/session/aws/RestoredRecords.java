package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.sealing.CredentialSeal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The sealed records of connections and sessions in tables that were brought back under names of their own, opened
/// by the branch keys that were brought back with them. Records that lie in the bucket are left out: a bucket is
/// not brought back. Nothing is written.
public final class RestoredRecords {
    private static final String SEALED = Heads.SEALED;

    private final DynamoTable connections;
    private final DynamoTable sessions;
    private final CredentialSeal credentials;
    private final Sealer states;

    RestoredRecords(DynamoTable connections, DynamoTable sessions, CredentialSeal credentials, Sealer states) {
        this.connections = connections;
        this.sessions = sessions;
        this.credentials = credentials;
        this.states = states;
    }

    /// Some of them, others each time: half of them credentials, where there are as many, and then what belongs to
    /// sessions.
    ///
    /// @param most how many at most
    public List<RestoredRecord> sample(int most) {
        List<RestoredRecord> sample = new ArrayList<>();
        some(connections, Heads.key(someone()), (most + 1) / 2)
                .map(this::credential)
                .forEach(sample::add);
        Map<String, AttributeValue> anySession = SealedStates.key(someone(), DynamoSessionStore.KIND);
        some(sessions, anySession, most - sample.size()).map(this::state).forEach(sample::add);
        return sample;
    }

    /// DynamoDB goes by a hash of the key, so that a random one is a random place.
    private static ConnectionKey someone() {
        return new ConnectionKey(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static Stream<Item> some(DynamoTable table, Map<String, AttributeValue> from, int most) {
        return new SealedItems(table, SEALED).from(from, most).stream();
    }

    private RestoredRecord credential(Item item) {
        byte[] sealed = item.bytes(SEALED);
        return new RestoredRecord(
                owner(item), key -> credentials.open(key, sealed).close());
    }

    private RestoredRecord state(Item item) {
        byte[] sealed = item.bytes(SEALED);
        String kind = item.text(SessionTables.KIND);
        return new RestoredRecord(owner(item), key -> Arrays.fill(states.open(key, kind, sealed), (byte) 0));
    }

    private static ConnectionKey owner(Item item) {
        String[] names = item.text(OwnedItems.OWNER).split("/", 2);
        return new ConnectionKey(names[0], names[names.length - 1]);
    }
}

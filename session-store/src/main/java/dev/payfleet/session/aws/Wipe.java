package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Wiped;
import java.util.Collections;
import java.util.List;

/// Removes what belongs to the account behind a connection. This is the one list of what a person leaves with us
/// besides the head, apart from the ledger, which holds nothing personal.
///
/// Whoever calls has made the connection a tombstone before, so that nothing is added while it is removed.
record Wipe(DynamoTable sessions, DynamoTable challenges, AwsResults results, Overflow overflow) {
    /// May be repeated, and goes on where an earlier one stopped.
    ///
    /// @param fence the tombstone's: what a later connection wrote stays
    /// @param credentials how many went with the head
    Wiped all(ConnectionKey key, long fence, int credentials) {
        List<String> kinds = new OwnedItems(sessions, SessionTables.KIND).wipe(key, fence);
        overflow.wipe(SealedStates.FOLDER, key, fence);
        return new Wiped(
                credentials,
                Collections.frequency(kinds, DynamoSessionStore.KIND),
                Collections.frequency(kinds, DynamoTrustStore.KIND),
                results.wipe(key, fence),
                new OwnedItems(challenges, SessionTables.RECORD)
                        .wipe(key, fence)
                        .size());
    }

    /// Counts what [#all] would remove, by reading. An object that nobody points to counts as a session.
    Wiped left(ConnectionKey key, int credentials) {
        List<String> kinds = new OwnedItems(sessions, SessionTables.KIND).names(key);
        int trusts = Collections.frequency(kinds, DynamoTrustStore.KIND);
        int states = Collections.frequency(kinds, DynamoSessionStore.KIND);
        int orphans = kinds.isEmpty() ? overflow.count(SealedStates.FOLDER, key) : 0;
        return new Wiped(
                credentials,
                states + orphans,
                trusts,
                results.count(key),
                new OwnedItems(challenges, SessionTables.RECORD).names(key).size());
    }
}

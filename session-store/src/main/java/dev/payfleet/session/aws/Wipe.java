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
}

package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.sealing.CredentialSeal;
import java.util.List;
import java.util.Objects;

/// The one list of tables with something sealed, by what it is sealed under: what is not in it is not sealed anew
/// when the keys change.
///
/// @param sessions under the branch key of that name
/// @param results under the branch key of that name
/// @param credentials under KMS itself
record SealedItemTables(SealedItemTable sessions, SealedItemTable results, SealedItemTable credentials) {
    /// What people call a credential, and where large ones would lie, if there were any.
    private static final String CREDENTIALS = "credentials";

    static SealedItemTables of(DynamoTable sessions, DynamoTable results, DynamoTable connections) {
        return new SealedItemTables(
                new SealedItemTable(
                        sessions,
                        List.of(OwnedItems.OWNER, SessionTables.KIND),
                        SealedStates.FOLDER,
                        item -> item.text(SessionTables.KIND),
                        item -> item.text(SessionTables.KIND),
                        SealedItemTables::kind),
                new SealedItemTable(
                        results,
                        List.of(OwnedItems.OWNER, AwsResults.ID),
                        AwsResults.KIND,
                        item -> item.text(AwsResults.ID),
                        item -> AwsResults.purpose(item.text(AwsResults.ID)),
                        _ -> "results"),
                new SealedItemTable(
                        connections,
                        List.of(OwnedItems.OWNER),
                        CREDENTIALS,
                        _ -> CREDENTIALS,
                        _ -> CredentialSeal.PURPOSE,
                        _ -> CREDENTIALS));
    }

    private static String kind(Item item) {
        String kind = item.text(SessionTables.KIND);
        return Objects.equals(kind, DynamoSessionStore.KIND) ? "sessions" : kind;
    }
}

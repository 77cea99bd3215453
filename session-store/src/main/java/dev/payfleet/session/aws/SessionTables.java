package dev.payfleet.session.aws;

import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.aws.AwsResults;
import java.util.List;
import java.util.Optional;

/// The tables behind [AwsSessions]. What lives, is backed up and is read alike lies in one table.
public final class SessionTables {
    static final String KIND = "kind";
    static final String ATTEMPT = "attempt";
    static final String EXPIRES_AT = "expires_at";
    static final String DEPARTED_AT = "departed_at";

    /// One item for each connection: who, the sealed credential, the fence.
    public static final TableShape CONNECTIONS = new TableShape(
            "connections", TableKey.text(OwnedItems.OWNER), Optional.empty(), Optional.empty(), List.of());

    /// Session and device trust of each connection.
    public static final TableShape SESSIONS = new TableShape(
            "sessions", TableKey.text(OwnedItems.OWNER), Optional.of(TableKey.text(KIND)), Optional.empty(), List.of());

    /// The sign-in ledger.
    public static final TableShape ATTEMPTS = new TableShape(
            "attempts",
            TableKey.text(OwnedItems.OWNER),
            Optional.of(TableKey.number(ATTEMPT)),
            Optional.of(EXPIRES_AT),
            List.of());

    /// What was wiped when people left.
    public static final TableShape DEPARTURES = new TableShape(
            "departures",
            TableKey.text(OwnedItems.OWNER),
            Optional.of(TableKey.number(DEPARTED_AT)),
            Optional.of(EXPIRES_AT),
            List.of());

    /// The branch keys that sessions and results are sealed under, themselves wrapped by KMS. Its shape is the
    /// library's.
    public static final TableShape BRANCH_KEYS = new TableShape(
            "branch-keys",
            TableKey.text("branch-key-id"),
            Optional.of(TableKey.text("type")),
            Optional.empty(),
            List.of());

    /// All of them.
    public static final List<TableShape> ALL =
            List.of(CONNECTIONS, SESSIONS, ATTEMPTS, DEPARTURES, AwsResults.TABLE, BRANCH_KEYS);

    private SessionTables() {}
}

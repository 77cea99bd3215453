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
    static final String RECORD = "record";
    static final String DUTY = "duty";
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

    /// Open challenges, what came of them, and sealed answers on their way. Not recoverable: an answer that was
    /// taken must be gone.
    public static final TableShape CHALLENGES = new TableShape(
            "challenges",
            TableKey.text(OwnedItems.OWNER),
            Optional.of(TableKey.text(RECORD)),
            Optional.of(EXPIRES_AT),
            List.of(),
            false);

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

    /// Who does what only one worker may do. Nothing is lost with it: the next to ask takes the duty.
    public static final TableShape DUTIES =
            new TableShape("duties", TableKey.text(DUTY), Optional.empty(), Optional.empty(), List.of(), false);

    /// All of them.
    public static final List<TableShape> ALL =
            List.of(CONNECTIONS, SESSIONS, ATTEMPTS, CHALLENGES, DEPARTURES, AwsResults.TABLE, BRANCH_KEYS, DUTIES);

    private SessionTables() {}
}

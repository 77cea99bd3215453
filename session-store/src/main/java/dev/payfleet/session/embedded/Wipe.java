package dev.payfleet.session.embedded;

import dev.payfleet.cache.embedded.EmbeddedResults;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Wiped;
import dev.payfleet.sqlite.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// Removes what belongs to the account behind a connection, inside a transaction. This is the one list of what
/// a person leaves with us, apart from the ledger, which holds nothing personal.
final class Wipe {
    private Wipe() {}

    static Wiped all(Connection c, ConnectionKey key) throws SQLException {
        SqliteSessionCensus.forgetUse(c, key);
        return new Wiped(
                Sql.update(
                        c,
                        "DELETE FROM credential WHERE client_id = ? AND connection_id = ?",
                        key.clientId(),
                        key.connectionId()),
                BrowserStates.wipe(c, key, SqliteSessionStore.KIND),
                BrowserStates.wipe(c, key, SqliteTrustStore.KIND),
                EmbeddedResults.wipe(c, key),
                SqliteChallengeDesk.wipe(c, key));
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.TrustStore;
import dev.payfleet.sqlite.SqliteFile;
import java.nio.file.Path;

/// The embedded stores in a folder, as the worker opens them.
public record EmbeddedUnderTest(SqliteFile file, EmbeddedSessions sessionsOfFile) implements StoresUnderTest {
    public static EmbeddedUnderTest in(Path folder) {
        SqliteFile file = SqliteFile.open(folder.resolve("payfleet.db"));
        return new EmbeddedUnderTest(
                file, EmbeddedSessions.open(file, KeyFile.readOrCreate(folder.resolve("payfleet.key"))));
    }

    @Override
    public ConnectionStore connections() {
        return sessionsOfFile.connections();
    }

    @Override
    public SessionStore sessions() {
        return sessionsOfFile.sessions();
    }

    @Override
    public TrustStore trusts() {
        return sessionsOfFile.trusts();
    }

    @Override
    public SignInLedger ledger() {
        return sessionsOfFile.ledger();
    }

    @Override
    public ResultCache results() {
        return sessionsOfFile.results();
    }

    @Override
    public DepartureLog departures() {
        return sessionsOfFile.departures();
    }

    @Override
    public void close() {
        file.close();
    }
}

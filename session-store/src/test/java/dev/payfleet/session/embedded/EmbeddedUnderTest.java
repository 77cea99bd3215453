package dev.payfleet.session.embedded;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DutyRoster;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.sqlite.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// The embedded stores in a folder, as the worker opens them.
public record EmbeddedUnderTest(SqliteFile file, EmbeddedSessions sessionsOfFile) implements StoresUnderTest {
    /// As long as a rotation must wait for others where there are none.
    static final Duration SHORT = Duration.ofMillis(20);

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
    public ChallengeDesk challenges() {
        return sessionsOfFile.challenges();
    }

    @Override
    public SessionCensus census() {
        return sessionsOfFile.census();
    }

    @Override
    public DutyRoster duties() {
        return sessionsOfFile.duties();
    }

    @Override
    public KeyDesk keys() {
        return sessionsOfFile.keys();
    }

    @Override
    public KeyDesk keysOfAnIdleFleet() {
        return sessionsOfFile.keys(SHORT, RotationStep.UNSEEN);
    }

    @Override
    public EmbeddedUnderTest anotherProcess() {
        return in(Objects.requireNonNull(file.path().getParent()));
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

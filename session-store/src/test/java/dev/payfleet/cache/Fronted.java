package dev.payfleet.cache;

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

/// Stores with results held in memory in front of them, as a worker has them.
record Fronted(StoresUnderTest behind, FrontedResultCache results, ConnectionStore connections)
        implements StoresUnderTest {
    static Fronted of(StoresUnderTest behind) {
        FrontedResultCache results = FrontedResultCache.over(behind.results(), 1 << 20);
        return new Fronted(behind, results, results.watching(behind.connections()));
    }

    @Override
    public SessionStore sessions() {
        return behind.sessions();
    }

    @Override
    public TrustStore trusts() {
        return behind.trusts();
    }

    @Override
    public SignInLedger ledger() {
        return behind.ledger();
    }

    @Override
    public ChallengeDesk challenges() {
        return behind.challenges();
    }

    @Override
    public SessionCensus census() {
        return behind.census();
    }

    @Override
    public DutyRoster duties() {
        return behind.duties();
    }

    @Override
    public KeyDesk keys() {
        return behind.keys();
    }

    @Override
    public KeyDesk keysOfAnIdleFleet() {
        return behind.keysOfAnIdleFleet();
    }

    @Override
    public DepartureLog departures() {
        return behind.departures();
    }

    @Override
    public StoresUnderTest anotherProcess() {
        return of(behind.anotherProcess());
    }

    @Override
    public void close() {
        behind.close();
    }
}

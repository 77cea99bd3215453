package dev.payfleet.cache;

import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.TrustStore;

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
    public void close() {
        behind.close();
    }
}

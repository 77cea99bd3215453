package dev.payfleet.session;

import dev.payfleet.cache.ResultCache;

/// The stores of one implementation, empty and sharing one backend, as the contract suites want them for each
/// test.
public interface StoresUnderTest extends AutoCloseable {
    ConnectionStore connections();

    SessionStore sessions();

    TrustStore trusts();

    SignInLedger ledger();

    ResultCache results();

    DepartureLog departures();

    @Override
    void close();
}

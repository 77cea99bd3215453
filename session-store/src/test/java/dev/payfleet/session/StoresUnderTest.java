package dev.payfleet.session;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.session.keys.KeyDesk;

/// The stores of one implementation, empty and sharing one backend, as the contract suites want them for each
/// test.
public interface StoresUnderTest extends AutoCloseable {
    ConnectionStore connections();

    SessionStore sessions();

    TrustStore trusts();

    SignInLedger ledger();

    ResultCache results();

    ChallengeDesk challenges();

    SessionCensus census();

    DutyRoster duties();
    /// As people get it: a rotation waits until everybody else knows the new key.
    KeyDesk keys();

    /// For when nobody else is at work.
    KeyDesk keysOfAnIdleFleet();

    /// The same stores as another process would open them now.
    StoresUnderTest anotherProcess();

    DepartureLog departures();

    @Override
    void close();
}

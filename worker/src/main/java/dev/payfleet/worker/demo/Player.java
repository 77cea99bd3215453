package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.session.ConnectionKey;

/// A made-up person, the connection that person gives, and the part that the person plays.
///
/// @param number from 1; the demo calls people by it, as no name of theirs may be shown
record Player(int number, Role role, LarkspurPerson person, ConnectionKey key) {
    private static final String TENANT = "demo";

    static Player of(int number, Role role, LarkspurPerson person) {
        return new Player(number, role, person, new ConnectionKey(TENANT, "person-%03d".formatted(number)));
    }

    /// Our id of one of this person's records.
    String id(RecordKind kind, String remoteId) {
        return new RecordIds(key.connectionId()).idOf(kind, remoteId).toString();
    }

    /// What is given as the password when connecting.
    String givenPassword() {
        return role == Role.WRONG_PASSWORD ? "Not-" + person.password() : person.password();
    }
}

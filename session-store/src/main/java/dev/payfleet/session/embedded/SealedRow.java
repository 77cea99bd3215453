package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;

/// A row's record, whole, and what it is sealed for.
final class SealedRow {
    private final long row;
    private final ConnectionKey owner;
    private final String purpose;
    private final byte[] bytes;

    /// @param row its number in the table
    /// @param bytes not changed from then on
    SealedRow(long row, ConnectionKey owner, String purpose, byte[] bytes) {
        this.row = row;
        this.owner = owner;
        this.purpose = purpose;
        this.bytes = bytes;
    }

    long row() {
        return row;
    }

    ConnectionKey owner() {
        return owner;
    }

    String purpose() {
        return purpose;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The same, sealed anew.
    SealedRow as(byte[] anew) {
        return new SealedRow(row, owner, purpose, anew);
    }
}

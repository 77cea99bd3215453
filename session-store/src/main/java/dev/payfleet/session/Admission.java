package dev.payfleet.session;

/// The ledger's answer to the wish to sign in.
public sealed interface Admission {
    /// Go on; the attempt is already counted.
    ///
    /// @param attempt to be settled, under the same connection, once the outcome is known
    record Admitted(long attempt) implements Admission {}

    /// Don't; nothing was counted.
    record Refused(Refusal reason) implements Admission {}
}

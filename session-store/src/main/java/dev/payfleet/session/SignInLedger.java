package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Counts sign-in attempts, so that a wrong password is tried once and no account is ever locked by us. Holds no
/// secret.
///
/// Only attempts since the last success or override, and younger than [#MEMORY], are looked at.
public interface SignInLedger {
    /// How long an attempt is kept and counts.
    Duration MEMORY = Duration.ofDays(90);

    /// Asks for a sign-in and, when admitted, records it as an attempt of unknown outcome, in one step and
    /// durably: whatever happens to this process afterwards, the attempt counts.
    ///
    /// @param lockOutThreshold how many failures in a row make the provider lock the account, at least 1; one
    ///     fewer is never reached with the same credential, and never passed with several
    /// @throws DisconnectedException when there is no active connection
    Admission begin(ConnectionKey key, String fingerprint, int lockOutThreshold, Instant now);

    /// Whether [#begin] would say no now, so that no browser is taken in vain. Only [#begin] decides.
    default Optional<Refusal> refusal(ConnectionKey key, String fingerprint, int lockOutThreshold, Instant now) {
        return SignInRule.refusal(attempts(key), fingerprint, lockOutThreshold, now.minus(MEMORY));
    }

    /// Records the outcome of an attempt of this connection. The same outcome again changes nothing.
    ///
    /// @throws IllegalStateException when there is no such attempt, or another final outcome is known already
    void settle(ConnectionKey key, long attempt, AttemptOutcome outcome, Instant now);

    /// From now on, what was spent before does not count, as after a success. For an operator, once the person says
    /// that the provider's counter was set back: the ledger can't know that. It is listed among the attempts.
    ///
    /// @throws DisconnectedException when there is no active connection
    void override(ConnectionKey key, Instant now);

    /// Whether the provider asked for a second factor when it last accepted a password. It will ask again, unless it
    /// knows the device.
    default boolean expectsChallenge(ConnectionKey key) {
        return SignInRule.expectsChallenge(attempts(key));
    }

    /// All attempts that are still kept, oldest first.
    List<Attempt> attempts(ConnectionKey key);

    /// Deletes attempts older than [#MEMORY].
    ///
    /// @return how many
    int sweep(Instant now);
}

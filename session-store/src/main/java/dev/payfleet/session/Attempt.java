package dev.payfleet.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One sign-in attempt in the ledger.
///
/// @param id what [SignInLedger#settle] takes, unique within the connection
/// @param fingerprint of the credential it was made with, see [StoredCredential]
/// @param settledAt null as long as the outcome is unknown
/// @param challenged whether the provider asked for a second factor; it stays when that was answered and the attempt
///     became [AttemptOutcome#SIGNED_IN]
public record Attempt(
        long id,
        String fingerprint,
        Instant begunAt,
        AttemptOutcome outcome,
        @Nullable Instant settledAt,
        boolean challenged) {
    /// The fingerprint of an entry that no credential was used for: an operator's override.
    public static final String OF_NO_CREDENTIAL = "-";

    /// An attempt of which no more is known than its outcome.
    public Attempt(long id, String fingerprint, Instant begunAt, AttemptOutcome outcome, @Nullable Instant settledAt) {
        this(id, fingerprint, begunAt, outcome, settledAt, outcome == AttemptOutcome.CHALLENGED);
    }
}

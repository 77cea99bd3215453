package dev.payfleet.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One sign-in attempt in the ledger.
///
/// @param id what [SignInLedger#settle] takes, unique within the connection
/// @param fingerprint of the credential it was made with, see [StoredCredential]
/// @param settledAt null as long as the outcome is unknown
public record Attempt(
        long id,
        String fingerprint,
        Instant begunAt,
        AttemptOutcome outcome,
        @Nullable Instant settledAt) {}

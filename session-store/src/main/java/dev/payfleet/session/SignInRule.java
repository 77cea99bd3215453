package dev.payfleet.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether the history of a connection allows another sign-in: the one rule behind every ledger, free of
/// storage and clock.
public final class SignInRule {
    private SignInRule() {}

    /// Why another attempt is forbidden; empty when it is allowed.
    ///
    /// @param attempts of one connection, oldest first
    /// @param fingerprint of the credential that would be used
    /// @param lockOutThreshold see [SignInLedger#begin]
    /// @param forgottenBefore older attempts don't count
    public static Optional<Refusal> refusal(
            List<Attempt> attempts, String fingerprint, int lockOutThreshold, Instant forgottenBefore) {
        List<Attempt> counting = sinceLastSuccess(attempts).stream()
                .filter(attempt -> !attempt.begunAt().isBefore(forgottenBefore))
                .toList();
        if (any(counting, AttemptOutcome.ACCOUNT_LOCKED, fingerprint)) {
            return Optional.of(Refusal.ACCOUNT_LOCKED);
        }
        if (any(counting, AttemptOutcome.CREDENTIALS_REJECTED, fingerprint)) {
            return Optional.of(Refusal.CREDENTIALS_REJECTED_BEFORE);
        }
        long spent = counting.stream().filter(SignInRule::isSpent).count();
        return spent >= lockOutThreshold - 1 ? Optional.of(Refusal.TOO_CLOSE_TO_LOCK_OUT) : Optional.empty();
    }

    /// See [SignInLedger#expectsChallenge].
    ///
    /// @param attempts of one connection, oldest first
    public static boolean expectsChallenge(List<Attempt> attempts) {
        return attempts.reversed().stream()
                .filter(attempt -> attempt.challenged() || attempt.outcome() == AttemptOutcome.SIGNED_IN)
                .findFirst()
                .map(Attempt::challenged)
                .orElse(false);
    }

    /// Whether an attempt of this outcome may still become another.
    public static boolean maySettle(AttemptOutcome known) {
        return switch (known) {
            case UNKNOWN, CHALLENGED -> true;
            case SIGNED_IN, CREDENTIALS_REJECTED, ACCOUNT_LOCKED, NOT_SUBMITTED -> false;
        };
    }

    private static List<Attempt> sinceLastSuccess(List<Attempt> attempts) {
        int first = 0;
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).outcome() == AttemptOutcome.SIGNED_IN) {
                first = i + 1;
            }
        }
        return attempts.subList(first, attempts.size());
    }

    private static boolean any(List<Attempt> attempts, AttemptOutcome outcome, String fingerprint) {
        return attempts.stream()
                .anyMatch(attempt ->
                        attempt.outcome() == outcome && attempt.fingerprint().equals(fingerprint));
    }

    private static boolean isSpent(Attempt attempt) {
        return switch (attempt.outcome()) {
            case UNKNOWN, CREDENTIALS_REJECTED -> true;
            case SIGNED_IN, ACCOUNT_LOCKED, CHALLENGED, NOT_SUBMITTED -> false;
        };
    }
}

package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
        List<Attempt> counting = sinceForgiven(attempts).stream()
                .filter(attempt -> !attempt.begunAt().isBefore(forgottenBefore))
                .toList();
        if (any(counting, AttemptOutcome.ACCOUNT_LOCKED, fingerprint)) {
            return Optional.of(Refusal.ACCOUNT_LOCKED);
        }
        if (any(counting, AttemptOutcome.CREDENTIALS_REJECTED, fingerprint)) {
            return Optional.of(Refusal.CREDENTIALS_REJECTED_BEFORE);
        }
        return isTooClose(counting, fingerprint, lockOutThreshold)
                ? Optional.of(Refusal.TOO_CLOSE_TO_LOCK_OUT)
                : Optional.empty();
    }

    /// By itself, with the same credential again, the fleet never spends as many as one fewer than lock: whatever
    /// crashes and redeliveries do, the person keeps two tries. A new credential is the person's own next try,
    /// and may spend the last but one.
    private static boolean isTooClose(List<Attempt> counting, String fingerprint, int lockOutThreshold) {
        long spent = counting.stream().filter(SignInRule::isSpent).count();
        boolean again = any(counting, AttemptOutcome.UNKNOWN, fingerprint);
        return spent + (again ? 1 : 0) >= lockOutThreshold - 1;
    }

    /// When a refusal ends by itself, if nothing else happens: the first moment at which enough has been forgotten.
    /// Empty where it is none, or where a threshold of one forbids every attempt for good.
    ///
    /// @param memory how long an attempt counts
    public static Optional<Instant> end(
            List<Attempt> attempts, String fingerprint, int lockOutThreshold, Duration memory) {
        return attempts.stream()
                .map(attempt -> attempt.begunAt().plus(memory).plus(1, ChronoUnit.MICROS))
                .filter(then -> refusal(attempts, fingerprint, lockOutThreshold, then.minus(memory))
                        .isEmpty())
                .min(Comparator.naturalOrder());
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
            case SIGNED_IN, CREDENTIALS_REJECTED, ACCOUNT_LOCKED, NOT_SUBMITTED, OVERRIDDEN -> false;
        };
    }

    /// Since the last success, or since an operator said that it shall count no more.
    private static List<Attempt> sinceForgiven(List<Attempt> attempts) {
        int first = 0;
        for (int i = 0; i < attempts.size(); i++) {
            if (forgives(attempts.get(i).outcome())) {
                first = i + 1;
            }
        }
        return attempts.subList(first, attempts.size());
    }

    private static boolean forgives(AttemptOutcome outcome) {
        return switch (outcome) {
            case SIGNED_IN, OVERRIDDEN -> true;
            case UNKNOWN, CREDENTIALS_REJECTED, ACCOUNT_LOCKED, CHALLENGED, NOT_SUBMITTED -> false;
        };
    }

    private static boolean any(List<Attempt> attempts, AttemptOutcome outcome, String fingerprint) {
        return attempts.stream()
                .anyMatch(attempt ->
                        attempt.outcome() == outcome && attempt.fingerprint().equals(fingerprint));
    }

    private static boolean isSpent(Attempt attempt) {
        return switch (attempt.outcome()) {
            case UNKNOWN, CREDENTIALS_REJECTED -> true;
            case SIGNED_IN, ACCOUNT_LOCKED, CHALLENGED, NOT_SUBMITTED, OVERRIDDEN -> false;
        };
    }
}

package dev.payfleet.worker.job;

import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.Credential;
import dev.payfleet.session.SignInLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is known of a second factor before a sign-in: whether one will be asked for, and who answers it.
final class SecondFactorAhead {
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorAhead.class);

    /// Wrong codes lock accounts as wrong passwords do. A secret that has gone stale is tried this often in a day.
    private static final int MOST_FAILURES = 2;

    private static final Duration DAY = Duration.ofDays(1);

    private final SignInLedger ledger;
    private final DeviceTrusts trusts;
    private final InstantSource clock;

    SecondFactorAhead(SignInLedger ledger, DeviceTrusts trusts, InstantSource clock) {
        this.ledger = ledger;
        this.trusts = trusts;
        this.clock = clock;
    }

    /// The codes that this credential can answer with. None where it cannot, and none for a while where the last
    /// answers led nowhere.
    Optional<OneTimeCodes> codes(Account account, Credential credential) {
        return credential
                .authenticator()
                .filter(_ -> !failsLately(ledger.attempts(account.key())))
                .flatMap(secret -> {
                    try {
                        return Optional.of(OneTimeCodes.of(secret));
                    } catch (IllegalArgumentException e) {
                        LOG.atWarn()
                                .addKeyValue("connection", account.key())
                                .addKeyValue("reason", e.getMessage())
                                .log("the secret of an authenticator is none");
                        return Optional.empty();
                    }
                });
    }

    /// Keeps away from a provider that would ask, and may send a code, where nobody is there to answer.
    ///
    /// @throws SignInForbiddenException where the provider has asked before, does not know the device any more, and
    ///     neither a person nor an authenticator answers
    void requireAnswer(Account account, Optional<OneTimeCodes> codes) {
        if (account.person().isPresent()
                || codes.isPresent()
                || trusts.live(account).isPresent()) {
            return;
        }
        if (trusts.ranOut(account) || ledger.expectsChallenge(account.key())) {
            throw new SignInForbiddenException(
                    OutcomeCode.Action.CHALLENGE_UNATTENDED, "nobody would answer the second factor");
        }
    }

    private boolean failsLately(List<Attempt> attempts) {
        Instant since = clock.instant().minus(DAY);
        long failures = attempts.reversed().stream()
                .takeWhile(attempt -> attempt.outcome() != AttemptOutcome.SIGNED_IN)
                .filter(attempt -> attempt.outcome() == AttemptOutcome.CHALLENGED)
                .filter(attempt -> attempt.begunAt().isAfter(since))
                .count();
        return failures >= MOST_FAILURES;
    }
}

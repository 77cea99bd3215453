package dev.payfleet.worker.cli;

import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.Refusal;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.SignInRule;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ledger of one connection in words. The rule is asked for the credential that was tried last: the one that is
/// stored is not opened for a look.
///
/// @param attempts oldest first
/// @param threshold the provider's
record LedgerPicture(List<Attempt> attempts, int threshold, Instant now) {
    /// As much of a fingerprint as tells one from another.
    private static final int SHORT = 8;

    Table table() {
        Table table = Table.of(
                Column.right("attempt"),
                Column.left("credential"),
                Column.left("begun"),
                Column.left("outcome"),
                Column.left("settled"));
        attempts.forEach(attempt -> table.row(
                Long.toString(attempt.id()),
                attempt.fingerprint()
                        .substring(0, Math.min(SHORT, attempt.fingerprint().length())),
                seconds(attempt.begunAt()),
                attempt.outcome().name().toLowerCase(Locale.ROOT),
                attempt.settledAt() == null ? "" : seconds(attempt.settledAt())));
        return table;
    }

    Optional<Refusal> refusal() {
        return SignInRule.refusal(attempts, lastTried(), threshold, now.minus(SignInLedger.MEMORY));
    }

    /// What the rule says now, and when that changes.
    String verdict() {
        String locks = "the provider locks at %d in a row".formatted(threshold);
        return refusal()
                .map(refusal -> "Another sign-in is refused: %s; %s. %s"
                        .formatted(words(refusal), locks, "It is admitted again " + change(refusal) + "."))
                .orElse("Another sign-in is admitted; " + locks + ".");
    }

    private String change(Refusal refusal) {
        String end = SignInRule.end(attempts, lastTried(), threshold, SignInLedger.MEMORY)
                .map(then -> " or on " + seconds(then))
                .orElse("");
        return switch (refusal) {
            case CREDENTIALS_REJECTED_BEFORE, ACCOUNT_LOCKED -> "with another credential, after an override" + end;
            case TOO_CLOSE_TO_LOCK_OUT -> "after an override" + end;
        };
    }

    private static String words(Refusal refusal) {
        return switch (refusal) {
            case CREDENTIALS_REJECTED_BEFORE -> "this credential was rejected";
            case ACCOUNT_LOCKED -> "this credential found the account locked";
            case TOO_CLOSE_TO_LOCK_OUT -> "one more failure could come too close to a lock-out";
        };
    }

    private String lastTried() {
        return attempts.reversed().stream()
                .filter(attempt -> attempt.outcome() != AttemptOutcome.OVERRIDDEN)
                .map(Attempt::fingerprint)
                .findFirst()
                .orElse(Attempt.OF_NO_CREDENTIAL);
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

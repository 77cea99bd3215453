package dev.payfleet.worker.job;

import dev.payfleet.session.OpenChallenge;
import java.time.Duration;
import java.util.Locale;

/// An open challenge as the outcome that tells of it.
final class Asked {
    /// A person needs about as long for a code.
    static final Duration ASK_AGAIN = Duration.ofSeconds(15);

    private Asked() {}

    static JobOutcome of(OpenChallenge open) {
        Challenge challenge = new Challenge(
                open.id(),
                code(open.kind()),
                open.prompt(),
                open.expiresAt(),
                open.choices().stream().map(Asked::code).toList());
        return new JobOutcome.Challenged(challenge, ASK_AGAIN);
    }

    private static OutcomeCode.Challenged code(String wireName) {
        return OutcomeCode.Challenged.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

package dev.payfleet.worker.job;

import dev.payfleet.provider.Trouble;
import dev.payfleet.session.OpenChallenge;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/// A challenge as the outcome that tells of it.
final class Asked {
    /// A person needs about as long for a code.
    private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

    private Asked() {}

    /// One that is open, as the desk tells of it.
    static JobOutcome of(OpenChallenge open) {
        return of(new Challenge(
                open.id(),
                code(open.kind()),
                open.prompt(),
                open.expiresAt(),
                open.choices().stream().map(Asked::code).toList()));
    }

    /// One that a page has just asked.
    ///
    /// @param id the name that it gets
    static JobOutcome of(UUID id, Trouble.ChallengeAsked asked) {
        return of(new Challenge(
                id,
                OutcomeCode.Challenged.of(asked.kind()),
                asked.prompt(),
                asked.expiresAt(),
                asked.choices().stream().map(OutcomeCode.Challenged::of).toList()));
    }

    private static JobOutcome of(Challenge challenge) {
        return new JobOutcome.Challenged(challenge, ASK_AGAIN);
    }

    private static OutcomeCode.Challenged code(String wireName) {
        return OutcomeCode.Challenged.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

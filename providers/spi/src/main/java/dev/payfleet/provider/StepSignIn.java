package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;

/// A sign-in over several pages, or parts of one that appear one after the other: most often the name first, then
/// the password. The password is typed in the last step alone, and the ledger's witness is told right before that
/// one is submitted: what is submitted before cannot lock an account.
///
/// @param path path of the first page, at the primary origin
/// @param steps in their order, at least one
/// @param answerWithin how long the provider may take from the last submit to a page that bears a sign; up to two
///     minutes
/// @param through declared origins besides the primary that the way leads through
public record StepSignIn(String path, List<SignInStep> steps, Duration answerWithin, List<Origin> through)
        implements SignIn {

    /// Throws [IllegalArgumentException] naming what is wrong.
    public StepSignIn {
        SignInRules.requirePath(path);
        SignInRules.requireAnswerTime(answerWithin);
        steps = List.copyOf(steps);
        through = List.copyOf(through);
        if (steps.isEmpty() || !steps.getLast().fields().containsKey(CredentialField.PASSWORD)) {
            throw new IllegalArgumentException("steps must end with the one that takes the password");
        }
        boolean earlier = steps.subList(0, steps.size() - 1).stream()
                .anyMatch(step -> step.fields().containsKey(CredentialField.PASSWORD));
        if (earlier) {
            throw new IllegalArgumentException("steps must take the password once");
        }
    }

    /// Steps at the primary origin.
    public StepSignIn(String path, List<SignInStep> steps, Duration answerWithin) {
        this(path, steps, answerWithin, List.of());
    }

    /// The same steps, some of them at these origins.
    public StepSignIn through(Origin... origins) {
        return new StepSignIn(path, steps, answerWithin, List.of(origins));
    }
}

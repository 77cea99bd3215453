package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;

/// A sign-in that no data describes, as code of the adapter's over a [SignInDesk].
///
/// @param path path of the first page, at the primary origin; it is open when the script begins
/// @param script goes from there to the submit of the password; the fleet waits for the answer itself
/// @param answerWithin how long the provider may take from the script's end to a page that bears a sign; up to two
///     minutes
/// @param through declared origins besides the primary that the way leads through
public record ScriptedSignIn(String path, Script script, Duration answerWithin, List<Origin> through)
        implements SignIn {

    /// Throws [IllegalArgumentException] naming what is wrong.
    public ScriptedSignIn {
        SignInRules.requirePath(path);
        SignInRules.requireAnswerTime(answerWithin);
        through = List.copyOf(through);
    }

    /// The steps that are code. Called from many threads, each with a desk of its own.
    @FunctionalInterface
    public interface Script {

        /// Types and presses until the password is submitted.
        ///
        /// @throws ProviderException for what the script itself finds wrong
        void run(SignInDesk desk);
    }
}

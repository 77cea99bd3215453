package dev.payfleet.worker.job;

import dev.payfleet.provider.SubmitWitness;

/// One attempt to sign in, as the browser's side reports it. Called on the page's thread.
public interface SignInAttempt extends SubmitWitness {
    /// The password was accepted and a second factor is asked for, which is answered without a person.
    void secondFactorMet();

    /// A second factor is asked for and a person is there. Returns once the page is of no more use.
    ///
    /// @param released to be run once the challenge is open: whoever waits for the sign-in is told of it, and
    ///     goes on without the page
    void challenged(ChallengedPage page, Runnable released);
}

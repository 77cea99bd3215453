package dev.payfleet.worker.job;

import dev.payfleet.provider.SubmitWitness;

/// One attempt to sign in, as the browser's side reports it. Called on the page's thread.
public interface SignInAttempt extends SubmitWitness {
    /// The password was accepted and a second factor is asked for, which is answered without a person.
    void secondFactorMet();
}

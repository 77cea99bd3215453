package dev.payfleet.provider;

/// Is told right before a credential is submitted, so that the attempt is on record before it can count at the
/// provider.
@FunctionalInterface
public interface SubmitWitness {

    /// Throwing stops the sign-in with nothing sent.
    void submitting();
}

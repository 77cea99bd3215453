package dev.payfleet.worker.job;

/// What came of a person's answer at the page.
public sealed interface Verdict {
    /// The person is signed in and the session is stored: go on with the job that met the challenge.
    ///
    /// @param continuation that job, as [ChallengeTexts#continuation] writes it
    record SignedIn(String continuation) implements Verdict {}

    /// The provider said something else.
    record Otherwise(JobOutcome outcome) implements Verdict {}
}

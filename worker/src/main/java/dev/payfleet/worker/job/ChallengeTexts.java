package dev.payfleet.worker.job;

import dev.payfleet.session.ConnectionKey;
import java.util.UUID;

/// Port: what workers write to each other about an open challenge. Holds no value of the person's.
public interface ChallengeTexts {
    /// The job that is gone on with after the answer, without its grant.
    String continuation(FetchJob job);

    /// The job that an answer goes on with, under the name and deadline of the one that brought the answer.
    ///
    /// @throws IllegalArgumentException for a text that is none of [#continuation]
    FetchJob continued(String continuation, FetchJob answer);

    /// A verdict on what a job of this connection brought.
    String verdict(ConnectionKey connection, UUID job, Verdict verdict);

    /// Reads a verdict.
    ///
    /// @throws IllegalArgumentException for a text that is none of [#verdict]
    Verdict verdict(String text);
}

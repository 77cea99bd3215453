package dev.payfleet.worker.job;

import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Port: a page that asks for a second factor, open on its lane. Confined to that lane's thread.
public interface ChallengedPage {
    /// What it asks for now.
    Trouble.ChallengeAsked asked();

    /// Lets the page live for a moment while the person is waited for, and other visits have a lane.
    ///
    /// @param until when the waiting ends at the latest
    /// @return false when the worker stops: let go of the page
    boolean idle(Duration moment, Instant until);

    /// Has the code sent, where the provider waits to be told to.
    ///
    /// @throws dev.payfleet.provider.ProviderException with whatever else the page tells
    void send();

    /// Has the code sent again, where the provider has such a thing.
    ///
    /// @throws dev.payfleet.provider.ProviderException with whatever else the page tells
    void resend();

    /// Answers, and waits for what the page says to it.
    ///
    /// @return the session and the trust, when the person is signed in
    /// @throws dev.payfleet.provider.ProviderException as [dev.payfleet.provider.visit.PageVisit#answer] does;
    ///     after a further [Trouble.ChallengeAsked] the page asks that
    SignedIn answer(ChallengeReply reply);

    /// Keeps a redrawn picture of a page that is not as expected.
    Optional<String> evidence(Trouble trouble);
}

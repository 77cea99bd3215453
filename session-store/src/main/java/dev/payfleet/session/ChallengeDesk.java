package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where the worker that has a page open and the person's answer meet, whichever worker brings it. One challenge is
/// open per connection; a later one takes the place of an earlier.
///
/// The worker with the page opens, holds, takes and tells; the one with the answer finds, hands in and reads the
/// verdict. An answer is sealed like a credential, opened once and gone. A disconnect removes everything here, and
/// so does a connect with another account.
///
/// Any thread may call. Times are kept to the microsecond.
public interface ChallengeDesk {
    /// How long what is past its time stays, so that a late job can still read what came of it.
    Duration AFTERLIFE = Duration.ofHours(1);

    /// Opens a challenge, in place of whatever was open of this connection.
    ///
    /// @throws StaleFenceException when the connection was claimed by another since
    /// @throws DisconnectedException when there is no active connection
    void open(ConnectionKey key, long fence, OpenChallenge challenge);

    /// The challenge that was opened last and has not ended; whether it [OpenChallenge#isOpen] is for the caller to
    /// see.
    Optional<OpenChallenge> find(ConnectionKey key);

    /// Says that the page is still there.
    ///
    /// @return false when the challenge has ended or was replaced: let go of the page
    boolean hold(ConnectionKey key, UUID challenge, Instant heldUntil);

    /// Keeps an answer, sealed, for the job that will bring it. The same job's again replaces it.
    ///
    /// @throws DisconnectedException when there is no active connection
    void deposit(ConnectionKey key, UUID job, Secret answer, Instant now);

    /// Hands something in. The same job may do so again, which changes nothing.
    ///
    /// @return false when there is no such challenge or it has ended, or another job's wish has no verdict yet;
    ///     true in any case for a job that has its verdict
    boolean handIn(ConnectionKey key, UUID challenge, HandedIn wish);

    /// Takes what was handed in, once; nothing any more when the challenge has ended or was replaced.
    Optional<HandedIn> take(ConnectionKey key, UUID challenge);

    /// Takes a deposited answer out: it is deleted before it is returned, and of several who ask at once only one
    /// gets it.
    ///
    /// @throws SealBrokenException when the record is damaged or another connection's
    Optional<Secret> answer(ConnectionKey key, UUID job);

    /// Tells what came of a wish, also of a challenge that was replaced meanwhile; so open the next one before. Of
    /// a wish that was never handed in, or was wiped, nothing is kept.
    ///
    /// @param verdict as the worker writes it; holds no value of the person's
    /// @param ended whether the challenge is over
    void tell(ConnectionKey key, UUID challenge, UUID job, String verdict, boolean ended);

    /// What came of the wish that this job handed in, also after the challenge has ended; empty as long as that is
    /// not known.
    Optional<String> verdict(ConnectionKey key, UUID challenge, UUID job);

    /// Ends a challenge without a verdict: nobody came, or the page is lost.
    void end(ConnectionKey key, UUID challenge);

    /// Deletes what is past its time by [#AFTERLIFE]: challenges and verdicts, whose time is the challenge's
    /// `expiresAt`, and answers that nobody took, whose time is that of their deposit.
    ///
    /// @return how many records
    int sweep(Instant now);
}

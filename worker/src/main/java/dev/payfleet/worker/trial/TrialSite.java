package dev.payfleet.worker.trial;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import java.util.Map;

/// A site, and somebody who can sign in there. Used by one thread.
public interface TrialSite extends AutoCloseable {
    /// The loopback origins that stand in for declared ones; empty for the real site.
    Map<Origin, Origin> standIns();

    /// Who signs in.
    CredentialSource credentials();

    /// What that person replies to a second factor.
    ChallengeReply reply(Trouble.ChallengeAsked asked);

    /// Ends what was started for it.
    @Override
    void close();
}

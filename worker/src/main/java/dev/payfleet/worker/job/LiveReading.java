package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.StoredSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Tiers two to four of the story: reads from the provider itself, with the stored session while it serves and with
/// a fresh one where it does not.
final class LiveReading {
    private final SessionStore sessions;
    private final DeviceTrusts trusts;
    private final HttpVisits http;
    private final PageVisits pages;
    private final SignIn signIn;
    private final SessionLife life;
    /// What becomes of a session that has just served.
    private final BiFunction<PayrollProvider, StoredSession, StoredSession> prolonged;

    private final InstantSource clock;

    LiveReading(
            SessionStore sessions,
            DeviceTrusts trusts,
            HttpVisits http,
            PageVisits pages,
            SignIn signIn,
            SessionLife life,
            InstantSource clock) {
        this(sessions, trusts, http, pages, signIn, life, life::used, clock);
    }

    private LiveReading(
            SessionStore sessions,
            DeviceTrusts trusts,
            HttpVisits http,
            PageVisits pages,
            SignIn signIn,
            SessionLife life,
            BiFunction<PayrollProvider, StoredSession, StoredSession> prolonged,
            InstantSource clock) {
        this.sessions = sessions;
        this.trusts = trusts;
        this.http = http;
        this.pages = pages;
        this.signIn = signIn;
        this.life = life;
        this.prolonged = prolonged;
        this.clock = clock;
    }

    /// Reads the resource. Signs in at most once: a session that is refused right after a sign-in is trouble, not a
    /// reason to sign in again.
    Fetched read(Account account, ResourceReading reading, ResourceQuery query) {
        Optional<StoredSession> stored = sessions.find(account.key()).filter(this::mayServe);
        if (stored.isPresent()) {
            try {
                return inSession(account, new SignedIn(stored.get(), trusts.live(account)), reading, query);
            } catch (ProviderException e) {
                forgetIfSignedOut(account, e.trouble(), e);
            } catch (VisitFailedException e) {
                forgetIfSignedOut(account, e.trouble(), e);
            }
        }
        return inSession(account, signIn.signIn(account), reading, query);
    }

    /// Drops a session that an earlier credential obtained, so that a new one has to prove itself. Doing it again,
    /// as a redelivered job does, costs no further sign-in.
    void distrustSessionOfEarlierCredential(Account account) {
        if (!signIn.proved(account)) {
            sessions.forget(account.key(), account.fence());
        }
    }

    /// Makes sure that there is a session which serves, cheapest way first: probed over HTTP, by page where HTTP
    /// cannot tell, and only then by a sign-in. One that serves has its life before it again, and that is written
    /// down, however young it was: who asked for this has planned the next by it.
    void renew(Account account) {
        ResourceReading probing = ResourceReading.ofDocuments((visit, query) -> {
            if (!account.provider().probe().alive(visit)) {
                throw new ProviderException(new Trouble.SignedOut());
            }
            return ReadResult.complete(List.of());
        });
        Fetched _ = new LiveReading(sessions, trusts, http, pages, signIn, life, life::renewed, clock)
                .read(account, probing, new ResourceQuery.Whole(Resource.IDENTITY));
    }

    private boolean mayServe(StoredSession session) {
        return clock.instant().isBefore(session.expiresAt());
    }

    /// A session that somebody else ended is as dead as one that ran out, but no reason to sign in at once.
    private void forgetIfSignedOut(Account account, Trouble trouble, RuntimeException cause) {
        boolean takenOver = trouble instanceof Trouble.SessionTakenOver;
        if (takenOver || trouble instanceof Trouble.SignedOut) {
            account.progress().step("session ended");
            sessions.forget(account.key(), account.fence());
        }
        if (!(trouble instanceof Trouble.SignedOut)) {
            throw cause;
        }
    }

    private Fetched inSession(Account account, SignedIn signedIn, ResourceReading reading, ResourceQuery query) {
        account.progress().step("read " + query.resource().wireName());
        return account.progress()
                .during(
                        JobProgress.Stage.READ,
                        () -> reading.tiers().contains(Tier.HTTP)
                                ? byHttpElsePage(account, signedIn, reading, query)
                                : byPage(account, signedIn, reading, query));
    }

    /// A page that changed under the HTTP reader is opened in the browser: either that can read it, or it leaves
    /// evidence.
    private Fetched byHttpElsePage(Account account, SignedIn signedIn, ResourceReading reading, ResourceQuery query) {
        try {
            return kept(
                    account,
                    signedIn,
                    Tier.HTTP,
                    http.visit(
                            account,
                            signedIn,
                            v -> AdapterCode.run(query.resource().wireName(), () -> reading.read(v, query))));
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.LayoutChanged && reading.tiers().contains(Tier.BROWSER)) {
                return byPage(account, signedIn, reading, query);
            }
            throw e;
        }
    }

    private Fetched byPage(Account account, SignedIn signedIn, ResourceReading reading, ResourceQuery query) {
        return kept(
                account,
                signedIn,
                Tier.BROWSER,
                pages.read(
                        account,
                        signedIn,
                        v -> AdapterCode.run(query.resource().wireName(), () -> reading.read(v, query))));
    }

    private Fetched kept(Account account, SignedIn before, Tier tier, Visited<ReadResult> visited) {
        SignedIn left = visited.signedIn();
        StoredSession after = prolonged.apply(account.provider(), left.session());
        if (!after.equals(before.session())) {
            sessions.save(account.key(), account.fence(), after);
        }
        trusts.keep(account, before.trust(), left.trust());
        return new Fetched(visited.value(), tier);
    }

    /// What was read, and by which tier.
    record Fetched(ReadResult result, Tier tier) {}
}

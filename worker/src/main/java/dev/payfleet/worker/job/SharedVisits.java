package dev.payfleet.worker.job;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.worker.job.JobProgress.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The visits of one company: to [LiveReading], all its questions of one tier are one reading, so that they are read in
/// one visit and after one sign-in. A trouble of one question ends that question, and a further visit reads the rest:
/// nobody knows in which state it left the page. Any other trouble is everyone's, and thrown.
///
/// Works on one thread at a time, which within a page visit is the lane's.
final class SharedVisits {
    private final Account account;
    private final LiveReading live;
    private final InstantSource clock;

    /// The question whose own trouble ended the visit.
    private @Nullable SharedQuestion guilty;

    /// Whether an earlier visit had signed in.
    private boolean spentSignIn;

    private boolean servedSinceSignIn;

    /// @param account claimed, with the progress of the job that pays for the visits
    SharedVisits(Account account, LiveReading live, InstantSource clock) {
        this.account = account;
        this.live = live;
        this.clock = clock;
    }

    /// Reads all questions, cheapest tier first. Each is answered or failed afterwards.
    ///
    /// @throws RuntimeException the trouble of those that are still open
    void read(List<SharedQuestion> questions) {
        Deque<SharedQuestion> byHttp = open(questions, Tier.HTTP);
        ResourceReading overHttp = ResourceReading.byHttp((visit, _) ->
                readAll(byHttp, Tier.HTTP, one -> one.reading().read(visit, one.query())));
        visit(byHttp, overHttp, Tier.HTTP);
        // What HTTP could not read because the page has changed is still open.
        Deque<SharedQuestion> byPage = open(questions, Tier.BROWSER);
        ResourceReading onPage = ResourceReading.byPage((visit, _) ->
                readAll(byPage, Tier.BROWSER, one -> one.reading().read(visit, one.query())));
        visit(byPage, onPage, Tier.BROWSER);
    }

    private static Deque<SharedQuestion> open(List<SharedQuestion> questions, Tier tier) {
        return new ArrayDeque<>(questions.stream()
                .filter(one -> one.isOpen() && one.isReadBy(tier))
                .toList());
    }

    private void visit(Deque<SharedQuestion> left, ResourceReading all, Tier tier) {
        while (!left.isEmpty()) {
            guilty = null;
            spentSignIn = account.progress().reached(Stage.SIGN_IN);
            try {
                live.read(account, all, left.getFirst().query());
            } catch (ProviderException e) {
                endGuilty(left, tier, e.trouble(), e);
            } catch (VisitFailedException e) {
                endGuilty(left, tier, e.trouble(), e);
            }
        }
    }

    private void endGuilty(Deque<SharedQuestion> left, Tier tier, Trouble trouble, RuntimeException cause) {
        SharedQuestion one = guilty;
        if (one == null || !isOfOneQuestion(trouble)) {
            throw cause;
        }
        left.removeFirst();
        boolean hasPage = tier == Tier.HTTP && one.isReadBy(Tier.BROWSER);
        if (!(hasPage && trouble instanceof Trouble.LayoutChanged)) {
            one.fail(cause);
        }
    }

    /// Reads what is left, within one visit.
    private ReadResult readAll(Deque<SharedQuestion> left, Tier tier, Function<SharedQuestion, ReadResult> reading) {
        while (!left.isEmpty()) {
            SharedQuestion one = left.getFirst();
            if (one.isLate(clock.instant())) {
                one.fail(new ProviderException(new Trouble.TimedOut("its turn")));
            } else {
                readOne(one, tier, reading);
            }
            left.removeFirst();
        }
        return ReadResult.complete(List.of());
    }

    private void readOne(SharedQuestion one, Tier tier, Function<SharedQuestion, ReadResult> reading) {
        String name = one.query().resource().wireName();
        account.progress().step("read " + name);
        boolean signedIn = account.progress().reached(Stage.SIGN_IN);
        Instant begin = clock.instant();
        try {
            ReadResult result = AdapterCode.run(name, () -> reading.apply(one));
            one.answer(new LiveReading.Fetched(result, tier));
            servedSinceSignIn = signedIn;
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.SignedOut && (spentSignIn || servedSinceSignIn)) {
                // Not at once after the sign-in, so the site is well; but another sign-in is for another turn.
                throw new ProviderException(new Trouble.TimedOut("a session that lasts"), e);
            }
            guilty = one;
            if (!leavesThePageAsItIs(e.trouble())) {
                throw e;
            }
            one.fail(e);
        } finally {
            charge(one, Duration.between(begin, clock.instant()));
        }
    }

    /// The time of a reading is that of the job that asked first; for the one that pays for the visit it is waiting.
    private void charge(SharedQuestion one, Duration took) {
        JobProgress asker = one.first().progress();
        if (asker != account.progress()) {
            asker.spend(Stage.READ, took);
            account.progress().waited(took);
        }
    }

    /// The provider has answered in order that there is nothing to read.
    private static boolean leavesThePageAsItIs(Trouble trouble) {
        return trouble instanceof Trouble.NotOffered || trouble instanceof Trouble.InsufficientPermission;
    }

    /// Whether a trouble says nothing of the other questions.
    private static boolean isOfOneQuestion(Trouble trouble) {
        return switch (trouble) {
            case Trouble.LayoutChanged _, Trouble.OriginRefused _ -> true;
            case Trouble.NotOffered _, Trouble.InsufficientPermission _ -> true;
            case Trouble.SignedOut _, Trouble.SessionTakenOver _, Trouble.CredentialsRejected _ -> false;
            case Trouble.AccountLocked _, Trouble.AccountSetupRequired _, Trouble.NoAccounts _ -> false;
            case Trouble.CaptchaAsked _, Trouble.ChallengeAsked _ -> false;
            case Trouble.ChallengeRejected _, Trouble.ChallengeExpired _ -> false;
            case Trouble.Unavailable _, Trouble.RateLimited _, Trouble.TimedOut _ -> false;
            case Trouble.EgressUnavailable _ -> false;
        };
    }
}

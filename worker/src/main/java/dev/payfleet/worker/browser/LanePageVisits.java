package dev.payfleet.worker.browser;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.provider.visit.VisitSetting;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressUse;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.RelayLimits;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.egress.VisitEgress;
import dev.payfleet.worker.http.SessionSecrets;
import dev.payfleet.worker.http.TwoClocks;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.ChallengedPage;
import dev.payfleet.worker.job.NotNowException;
import dev.payfleet.worker.job.OneTimeCodes;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.PageVisits;
import dev.payfleet.worker.job.SignInAttempt;
import dev.payfleet.worker.job.SignedIn;
import dev.payfleet.worker.job.VisitFailedException;
import dev.payfleet.worker.job.Visited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Page visits on the pool of lanes: each with a context of its own, through the connection's egress relay,
/// closed on every path. What goes wrong with the page is evidence, kept redrawn; what goes wrong with the lane
/// is ours, and the job goes back.
public final class LanePageVisits implements PageVisits {
    private static final Duration PER_STEP = Duration.ofSeconds(30);

    private static final Secret NOTHING = Secret.of("{}");

    private final Lanes lanes;
    private final EgressPool egress;
    private final PoliteGates gates;
    private final StandIns standIns;
    private final EvidenceCapture evidence;
    private final KnownSecrets secrets;
    private final HeldVisits held;
    private final Duration laneWait;
    private final Clock clock;

    /// @param held where visits are that wait for a person
    /// @param laneWait how long a visit may wait for a free lane; shorter than a job may stay at one step
    public LanePageVisits(
            Lanes lanes,
            EgressPool egress,
            PoliteGates gates,
            StandIns standIns,
            EvidenceCapture evidence,
            KnownSecrets secrets,
            HeldVisits held,
            Duration laneWait,
            Clock clock) {
        this.lanes = lanes;
        this.egress = egress;
        this.gates = gates;
        this.standIns = standIns;
        this.evidence = evidence;
        this.secrets = secrets;
        this.held = held;
        this.laneWait = laneWait;
        this.clock = clock;
    }

    @Override
    public <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work) {
        return visit(account, Optional.of(TwoClocks.together(signedIn)), false, (visit, lane) -> {
            T value = work.apply(visit);
            SignedIn left = clocks(account).apart(lane.storageState(), signedIn.session(), signedIn.trust());
            return new Visited<>(value, left);
        });
    }

    @Override
    public SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {
        Entry entry = new Entry(account, trust, credentials, codes, attempt);
        Optional<Secret> state = trust.map(StoredTrust::state);
        if (account.person().isEmpty()) {
            return visit(account, state, false, (visit, lane) -> signedIn(entry, visit, lane));
        }
        try {
            return held.run(
                    release -> visit(account, state, true, (visit, lane) -> attended(entry, visit, lane, release)));
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    /// Signs in with somebody there to answer a second factor: the caller goes on once that is asked, and the
    /// page stays.
    private SignedIn attended(Entry entry, PageVisit visit, LaneVisit lane, HeldVisits.Release release) {
        try {
            return signedIn(entry, visit, lane);
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.ChallengeAsked asked) {
                ChallengedPage page = new LaneChallengedPage(
                        entry.account(), visit, lane, held, evidence, () -> harvest(entry, lane), asked);
                entry.attempt().challenged(page, () -> release.with(new VisitFailedException(e, Optional.empty())));
            }
            throw e;
        }
    }

    private SignedIn signedIn(Entry entry, PageVisit visit, LaneVisit lane) {
        try {
            visit.signIn(entry.account().provider().signIn(), entry.credentials(), entry.attempt());
        } catch (ProviderException e) {
            byAuthenticator(entry.codes(), visit, entry.attempt(), e);
        }
        return harvest(entry, lane);
    }

    private SignedIn harvest(Entry entry, LaneVisit lane) {
        Instant now = clock.instant();
        String userAgent = (String) lane.page().evaluate("navigator.userAgent");
        Instant expiry = now.plus(entry.account().provider().declaration().sessionLifetime());
        Secret left = lane.storageState();
        return clocks(entry.account()).apart(left, new StoredSession(left, now, expiry, userAgent), entry.trust());
    }

    private static NotNowException stopping(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new NotNowException(OutcomeCode.Retry.WORKER_STOPPING, "the worker stops", cause);
    }

    private void byAuthenticator(
            Optional<OneTimeCodes> codes, PageVisit visit, SignInAttempt attempt, ProviderException met) {
        if (codes.isEmpty()
                || !AuthenticatorAnswer.serves(met.trouble())
                || !(met.trouble() instanceof Trouble.ChallengeAsked asked)) {
            throw met;
        }
        attempt.secondFactorMet();
        new AuthenticatorAnswer(codes.get(), secrets, clock).to(asked, visit);
    }

    private TwoClocks clocks(Account account) {
        ProviderDeclaration provider = account.provider().declaration();
        return new TwoClocks(provider, standIns.of(provider), clock);
    }

    private <T> T visit(Account account, Optional<Secret> state, boolean mayWait, OnPage<T> work) {
        Origins origins = standIns.of(account.provider().declaration());
        try (SessionSecrets _ = SessionSecrets.inUse(state.orElse(NOTHING), secrets);
                VisitEgress out = VisitEgress.open(egress, account.key(), origins, RelayLimits.USUAL)) {
            Instant asked = clock.instant();
            try {
                return lanes.visit(spec(out, state, mayWait), lane -> {
                    account.progress().waited(Duration.between(asked, clock.instant()));
                    return onLane(account, work, origins, out, lane);
                });
            } finally {
                EgressUse use = out.use();
                account.progress().transferred(use.bytesUp(), use.bytesDown());
            }
        } catch (LaneException e) {
            throw new NotNowException(code(e), "the browser's side failed", e);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    private VisitSpec spec(VisitEgress out, Optional<Secret> state, boolean mayWait) {
        VisitSpec usual = VisitSpec.through(out.proxy()).waitingForLane(laneWait);
        VisitSpec spec = mayWait ? usual.mayWaitForPerson() : usual;
        return state.map(spec::restoring).orElse(spec);
    }

    private <T> T onLane(Account account, OnPage<T> work, Origins origins, VisitEgress out, LaneVisit lane) {
        account.progress().step("page open");
        try {
            return work.on(pageVisit(account, origins, lane), lane);
        } catch (ProviderException e) {
            ProviderException explained = out.explain(e);
            throw new VisitFailedException(explained, evidence.of(account, lane, explained.trouble()));
        }
    }

    private PageVisit pageVisit(Account account, Origins origins, LaneVisit lane) {
        ProviderDeclaration provider = account.provider().declaration();
        RequestGate gate = gates.gate(provider.id(), account.key(), provider.politeRate(), step -> {
            account.progress().step(step);
            lane.step(step);
        });
        RecordIds ids = new RecordIds(account.key().connectionId());
        return new PageVisit(lane.page(), VisitSetting.of(account.provider(), origins, ids, clock, gate, PER_STEP));
    }

    private static OutcomeCode.Retry code(LaneException e) {
        return switch (e) {
            case LaneStuckException _ -> OutcomeCode.Retry.TIMED_OUT;
            case LanesBusyException _ -> OutcomeCode.Retry.TIMED_OUT;
            case LaneLostException _, LaneStartException _, LanesClosedException _, BrowserMissingException _ ->
                OutcomeCode.Retry.WORKER_STOPPING;
        };
    }

    /// What a sign-in is made with.
    private record Entry(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {}

    /// What a visit does with its page, on the lane's thread.
    @FunctionalInterface
    private interface OnPage<T> {
        T on(PageVisit visit, LaneVisit lane);
    }
}

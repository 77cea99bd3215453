package dev.payfleet.worker.browser;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.scrub.page.PageRedraw;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressUse;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.RelayLimits;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.egress.VisitEgress;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.NotNowException;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.PageVisits;
import dev.payfleet.worker.job.VisitFailedException;
import dev.payfleet.worker.job.Visited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.MDC;

/// Page visits on the pool of lanes: each with a context of its own, through the connection's egress relay, closed on
/// every path. What goes wrong with the page is evidence, kept redrawn; what goes wrong with the lane is ours, and the
/// job goes back.
public final class LanePageVisits implements PageVisits {
    private static final Duration PER_STEP = Duration.ofSeconds(30);

    private final Lanes lanes;
    private final EgressPool egress;
    private final PoliteGates gates;
    private final StandIns standIns;
    private final EvidenceCapture evidence;
    private final Duration laneWait;
    private final Clock clock;

    /// @param laneWait how long a visit may wait for a free lane; shorter than a job may stay at one step
    public LanePageVisits(
            Lanes lanes,
            EgressPool egress,
            PoliteGates gates,
            StandIns standIns,
            EvidenceCapture evidence,
            Duration laneWait,
            Clock clock) {
        this.lanes = lanes;
        this.egress = egress;
        this.gates = gates;
        this.standIns = standIns;
        this.evidence = evidence;
        this.laneWait = laneWait;
        this.clock = clock;
    }

    @Override
    public <T> Visited<T> visit(Account account, Optional<StoredSession> session, Function<PageVisit, T> work) {
        Origins origins = standIns.of(account.provider().declaration());
        Map<String, String> context = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
        try (VisitEgress out = VisitEgress.open(egress, account.key(), origins, RelayLimits.USUAL)) {
            try {
                return lanes.visit(spec(out, session), lane -> {
                    // The lane's thread is another one: the lines it logs belong to the same job.
                    MDC.setContextMap(context);
                    try {
                        return onLane(account, session, work, origins, out, lane);
                    } finally {
                        MDC.clear();
                    }
                });
            } finally {
                EgressUse use = out.use();
                account.progress().transferred(use.bytesUp(), use.bytesDown());
            }
        } catch (LaneException e) {
            throw new NotNowException(code(e), "the browser's side failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNowException(OutcomeCode.Retry.WORKER_STOPPING, "the worker stops", e);
        }
    }

    private VisitSpec spec(VisitEgress out, Optional<StoredSession> session) {
        VisitSpec spec = VisitSpec.through(out.proxy()).waitingForLane(laneWait);
        return session.map(s -> spec.restoring(s.state())).orElse(spec);
    }

    private <T> Visited<T> onLane(
            Account account,
            Optional<StoredSession> session,
            Function<PageVisit, T> work,
            Origins origins,
            VisitEgress out,
            LaneVisit lane) {
        PageRedraw.prepare(lane.context());
        account.progress().step("page open");
        try {
            T value = work.apply(pageVisit(account, origins, lane));
            return new Visited<>(value, state(account, session, lane));
        } catch (ProviderException e) {
            ProviderException explained = out.explain(e);
            throw new VisitFailedException(explained, evidence.of(account, lane, explained.trouble()));
        }
    }

    private PageVisit pageVisit(Account account, Origins origins, LaneVisit lane) {
        ProviderDeclaration provider = account.provider().declaration();
        return new PageVisit(
                lane.page(),
                origins,
                provider.signs(),
                new RecordIds(account.key().connectionId()),
                clock,
                gates.gate(provider.id(), account.key(), provider.politeRate()),
                PER_STEP);
    }

    private StoredSession state(Account account, Optional<StoredSession> before, LaneVisit lane) {
        Secret state = lane.storageState();
        if (before.isPresent()) {
            StoredSession old = before.get();
            return new StoredSession(state, old.obtainedAt(), old.expiresAt(), old.userAgent());
        }
        Instant now = clock.instant();
        Duration life = account.provider().declaration().sessionLifetime();
        String userAgent = (String) lane.page().evaluate("navigator.userAgent");
        return new StoredSession(state, now, now.plus(life), userAgent);
    }

    private static OutcomeCode.Retry code(LaneException e) {
        return switch (e) {
            case LaneStuckException _ -> OutcomeCode.Retry.TIMED_OUT;
            case LanesBusyException _ -> OutcomeCode.Retry.TIMED_OUT;
            case LaneLostException _, LaneStartException _, LanesClosedException _, BrowserMissingException _ ->
                OutcomeCode.Retry.WORKER_STOPPING;
        };
    }
}

package dev.payfleet.worker.http;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.SignOut;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Connection;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.SignOuts;
import dev.payfleet.worker.job.SignedIn;
import dev.payfleet.worker.job.Visited;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs out by HTTP through the connection's egress, as the session was read. What takes longer than
/// [#PATIENCE] is broken off: the person who leaves is not kept waiting for the provider.
public final class RelayedSignOut implements SignOuts {
    /// Enough for a slow page over a slow proxy.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(RelayedSignOut.class);

    /// Nothing is written under it: a tombstone takes no claim.
    /// A departure need not come by a job.
    private static final UUID NO_JOB = new UUID(0, 0);

    private static final long NO_FENCE = 0;

    private final ProviderCatalog providers;
    private final Supplier<EgressPool> egress;
    private final StandIns standIns;
    private final KnownSecrets secrets;
    private final Clock clock;
    private final Duration patience;

    /// @param egress asked at each attempt, for few processes ever make one
    /// @param standIns simulated sites
    /// @param secrets where cookies and tokens in use are made known
    public RelayedSignOut(
            ProviderCatalog providers,
            Supplier<EgressPool> egress,
            StandIns standIns,
            KnownSecrets secrets,
            Clock clock,
            Duration patience) {
        this.providers = providers;
        this.egress = egress;
        this.standIns = standIns;
        this.secrets = secrets;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public SignOutResult attempt(Connection connection, StoredSession session) {
        PayrollProvider provider = providers.find(connection.provider()).orElse(null);
        SignOut signOut = provider == null ? null : provider.signOut().orElse(null);
        if (provider == null || signOut == null) {
            return SignOutResult.NOT_OFFERED;
        }
        Account account =
                new Account(NO_JOB, connection.key(), provider, NO_FENCE, Optional.empty(), new JobProgress(clock));
        FutureTask<Visited<SignOut>> attempt = new FutureTask<>(() -> visit(account, session, signOut));
        Thread _ = Thread.ofVirtual().name("sign-out").start(attempt);
        return within(attempt);
    }

    private Visited<SignOut> visit(Account account, StoredSession session, SignOut signOut) {
        try (RelayedHttpVisits visits =
                new RelayedHttpVisits(egress.get(), new PoliteGates(), standIns, secrets, clock)) {
            return visits.visit(account, new SignedIn(session, Optional.empty()), visit -> {
                signOut.by(visit);
                return signOut;
            });
        }
    }

    private SignOutResult within(FutureTask<Visited<SignOut>> attempt) {
        try {
            Visited<SignOut> _ = attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return SignOutResult.DONE;
        } catch (ExecutionException e) {
            LOG.atInfo().setCause(e.getCause()).log("the provider's sign-out failed");
        } catch (TimeoutException e) {
            LOG.info("the provider's sign-out took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempt.cancel(true);
        return SignOutResult.FAILED;
    }
}

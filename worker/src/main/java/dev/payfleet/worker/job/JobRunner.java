package dev.payfleet.worker.job;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// The way of one job, from taking it to what happened. Each tier costs about ten times the one before it, so the
/// cheapest tier that can serve does:
///
/// 1. a cached result that is fresh enough,
/// 2. the live session, read over HTTP,
/// 3. the live session, read by page,
/// 4. a sign-in, if the ledger says yes, and then 2 or 3.
///
/// Returns what happened and never acknowledges anything: the receive loop does. Safe for use by many threads; jobs
/// of one connection come one at a time, which the queue sees to.
public final class JobRunner implements JobStory {
    private final ProviderCatalog providers;
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final Answers answers;
    private final LiveReading live;
    private final Departure departure;
    private final InstantSource clock;

    private JobRunner(
            ProviderCatalog providers,
            Shelves shelves,
            Answers answers,
            LiveReading live,
            Departure departure,
            InstantSource clock) {
        this.providers = providers;
        this.connections = shelves.connections();
        this.sessions = shelves.sessions();
        this.answers = answers;
        this.live = live;
        this.departure = departure;
        this.clock = clock;
    }

    /// A runner over these ports.
    ///
    /// @param shelves where accounts and results are kept
    /// @param secrets where credentials in use are made known to the scrubber
    /// @param resultTimeToLive how long a result is kept
    public static JobRunner of(
            ProviderCatalog providers,
            Shelves shelves,
            HttpVisits http,
            PageVisits pages,
            ResultBody body,
            KnownSecrets secrets,
            Departure departure,
            Duration resultTimeToLive,
            InstantSource clock) {
        SignIn signIn = new SignIn(shelves.connections(), shelves.sessions(), shelves.ledger(), pages, secrets, clock);
        return new JobRunner(
                providers,
                shelves,
                new Answers(shelves.results(), body, resultTimeToLive, clock),
                new LiveReading(shelves.sessions(), http, pages, signIn, clock),
                departure,
                clock);
    }

    /// Does the job. Every trouble that has a name comes back as an outcome; only a fault of our own is thrown.
    @Override
    public JobOutcome run(FetchJob job, JobProgress progress) {
        if (!clock.instant().isBefore(job.deadline())) {
            return new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO);
        }
        return Troubles.answered(job, () -> switch (job.kind()) {
            case CONNECT -> atProvider(job, (provider, _) -> connect(claim(job, provider, progress)));
            case FETCH -> atProvider(job, (provider, connection) -> fetch(job, provider, connection, progress));
            case REFRESH -> atProvider(job, (provider, _) -> refresh(claim(job, provider, progress)));
            case ANSWER -> atProvider(job, (provider, _) -> noOpenChallenge());
            case DISCONNECT -> departure.disconnect(job.key());
        });
    }

    private JobOutcome atProvider(FetchJob job, BiFunction<PayrollProvider, Connection, JobOutcome> work) {
        Optional<PayrollProvider> provider = providers.find(job.provider());
        if (provider.isEmpty()) {
            return new JobOutcome.Unsupported(OutcomeCode.Unsupported.UNKNOWN_PROVIDER);
        }
        Optional<Connection> connection = connections.find(job.key());
        if (connection.isEmpty()) {
            return new JobOutcome.ActionRequired(OutcomeCode.Action.REAUTHENTICATION_REQUIRED);
        }
        return switch (connection.get().state()) {
            case DISCONNECTED -> new JobOutcome.Disconnected();
            case ACTIVE -> work.apply(provider.get(), connection.get());
        };
    }

    /// Claims the account: whoever had it before can write nothing any more.
    private Account claim(FetchJob job, PayrollProvider provider, JobProgress progress) {
        return new Account(job.key(), provider, sessions.claim(job.key()), progress);
    }

    /// A stored answer needs no claim, which is a durable write.
    private JobOutcome fetch(FetchJob job, PayrollProvider provider, Connection connection, JobProgress progress) {
        ResourceQuery query = Objects.requireNonNull(job.query(), "a fetch job has a query");
        ResourceReading reading = provider.readings().get(query.resource());
        if (reading == null) {
            return new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED);
        }
        return answers.fresh(connection, provider, query, Duration.ofSeconds(job.maxAgeSeconds()))
                .orElseGet(() -> {
                    Account account = claim(job, provider, progress);
                    return answers.keep(account, query, live.read(account, reading, query));
                });
    }

    /// New credentials are proved by reading who they belong to, because upstream has no "please wait" for
    /// identity.
    private JobOutcome connect(Account account) {
        live.distrustSessionOfEarlierCredential(account);
        ResourceQuery who = new ResourceQuery.Whole(Resource.IDENTITY);
        ResourceReading reading = account.provider().readings().get(Resource.IDENTITY);
        if (reading == null) {
            live.renew(account);
            return new JobOutcome.Succeeded(null);
        }
        return answers.keep(account, who, live.read(account, reading, who));
    }

    private JobOutcome refresh(Account account) {
        live.renew(account);
        return new JobOutcome.Succeeded(null);
    }

    private static JobOutcome noOpenChallenge() {
        return new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED);
    }

    /// The stores that a job needs.
    public record Shelves(
            ConnectionStore connections, SessionStore sessions, SignInLedger ledger, ResultCache results) {}
}

package dev.payfleet.worker.job;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.worker.audit.AuditTrail;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The way of one job, from taking it to what happened. Each tier costs about ten times the one before it, so the
/// cheapest tier that can serve does:
///
/// 1. a cached result that is fresh enough,
/// 2. the live session, read over HTTP,
/// 3. the live session, read by page,
/// 4. a sign-in, if the ledger says yes, and then 2 or 3.
///
/// Returns what happened and never acknowledges anything: the receive loop does. Safe for use by many threads; jobs
/// of one connection come one at a time or together, which the queue sees to.
public final class JobRunner implements JobStory {
    private final ProviderCatalog providers;
    private final ConnectionStore connections;
    private final Answers answers;
    private final LiveReading live;
    private final Answering answering;
    private final Claims claims;
    private final SharedReading shared;
    private final Departure departure;
    private final InstantSource clock;

    private JobRunner(
            ProviderCatalog providers,
            Shelves shelves,
            Answers answers,
            LiveReading live,
            Answering answering,
            Claims claims,
            Departure departure,
            InstantSource clock) {
        this.providers = providers;
        this.connections = shelves.connections();
        this.answers = answers;
        this.live = live;
        this.answering = answering;
        this.claims = claims;
        this.shared = new SharedReading(claims, answering, answers, live, clock);
        this.departure = departure;
        this.clock = clock;
    }

    /// A runner over these ports.
    ///
    /// @param shelves where accounts and results are kept
    /// @param secrets where credentials in use are made known to the scrubber
    /// @param ends what a session tells of its own end
    /// @param resultTimeToLive how long a result is kept
    public static JobRunner of(
            ProviderCatalog providers,
            Shelves shelves,
            HttpVisits http,
            PageVisits pages,
            ResultBody body,
            ChallengeTexts texts,
            KnownSecrets secrets,
            Departure departure,
            SessionEnd ends,
            Duration resultTimeToLive,
            InstantSource clock) {
        SessionLife life = new SessionLife(ends, clock);
        DeviceTrusts trusts = new DeviceTrusts(shelves.trusts(), clock);
        PersonWait wait = new PersonWait(shelves.challenges(), texts, shelves.audit(), secrets, clock);
        SignIn signIn = new SignIn(
                shelves.connections(),
                shelves.sessions(),
                trusts,
                shelves.ledger(),
                pages,
                wait,
                shelves.audit(),
                secrets,
                life,
                clock);
        return new JobRunner(
                providers,
                shelves,
                new Answers(shelves.results(), body, resultTimeToLive, clock),
                new LiveReading(shelves.sessions(), trusts, http, pages, signIn, life, clock),
                new Answering(shelves.challenges(), texts, clock),
                new Claims(shelves.connections(), shelves.sessions(), texts, clock),
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
            case CONNECT ->
                atProvider(job, (provider, _) -> renewed(job, () -> connect(claims.claim(job, provider, progress))));
            case FETCH -> atProvider(job, (provider, connection) -> fetch(job, provider, connection, progress));
            case REFRESH ->
                atProvider(
                        job, (provider, _) -> unlessAsked(job, () -> refresh(claims.claim(job, provider, progress))));
            case ANSWER ->
                atProvider(job, (_, _) -> answering.answer(job, progress, continued -> run(continued, progress)));
            case DISCONNECT -> departure.disconnect(job.key());
        });
    }

    /// Reads what waits together in one visit ([SharedReading]). A job that waits alone goes the way of one.
    @Override
    public List<JobOutcome> runTogether(List<TakenJob> jobs) {
        TakenJob first = jobs.getFirst();
        if (jobs.size() == 1) {
            return List.of(run(first.job(), first.progress()));
        }
        Company company = new Company(jobs);
        // Of one connection at one provider: what keeps the first from being read keeps all.
        JobOutcome others = Troubles.answered(
                first.job(),
                () -> atProvider(first.job(), (provider, connection) -> shared.serve(company, provider, connection)));
        return company.outcomes(others);
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
            case DISCONNECTED -> {
                departure.wipeAgain(job.key());
                yield new JobOutcome.Disconnected();
            }
            case ACTIVE -> work.apply(provider.get(), connection.get());
        };
    }

    /// A stored answer needs no claim, which is a durable write.
    private JobOutcome fetch(FetchJob job, PayrollProvider provider, Connection connection, JobProgress progress) {
        ResourceQuery query = Objects.requireNonNull(job.query(), "a fetch job has a query");
        ResourceReading reading = provider.readings().get(query.resource());
        if (reading == null) {
            return new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED);
        }
        return answers.fresh(connection, provider, query, Duration.ofSeconds(job.maxAgeSeconds()))
                .orElseGet(() -> unlessAsked(job, () -> {
                    Account account = claims.claim(job, provider, progress);
                    return answers.keep(account, query, live.read(account, reading, query));
                }));
    }

    /// A person who is being asked already is not signed in a second time: that would void what they were sent.
    private JobOutcome unlessAsked(FetchJob job, Supplier<JobOutcome> work) {
        return answering.open(job.key()).orElseGet(work);
    }

    /// New credentials end what was asked for the old ones, and wait until its page is closed: there is one
    /// session of ours at a time.
    private JobOutcome renewed(FetchJob job, Supplier<JobOutcome> work) {
        if (answering.supersede(job.key())) {
            return new JobOutcome.RetryLater(OutcomeCode.Retry.ACCOUNT_BUSY, PersonWait.LETS_GO_WITHIN);
        }
        return work.get();
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

    /// The stores that a job needs.
    public record Shelves(
            ConnectionStore connections,
            SessionStore sessions,
            TrustStore trusts,
            SignInLedger ledger,
            ResultCache results,
            ChallengeDesk challenges,
            AuditTrail audit) {}
}

package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.Connection;
import dev.payfleet.worker.job.JobProgress.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Serves the fetches of one connection that wait together. Each gets a stored result where one is fresh enough for it;
/// for the rest the account is claimed once, each question is read once however many ask it, and what can share a visit
/// does ([SharedVisits]). An answer that is read now is live for all of them, because all had asked before.
///
/// What the shared visits cost, in sign-ins and bytes, is told by one job and not by all: the sums stay true.
final class SharedReading {
    private final Claims claims;
    private final Answering answering;
    private final Answers answers;
    private final LiveReading live;
    private final InstantSource clock;

    SharedReading(Claims claims, Answering answering, Answers answers, LiveReading live, InstantSource clock) {
        this.claims = claims;
        this.answering = answering;
        this.answers = answers;
        this.live = live;
        this.clock = clock;
    }

    /// Answers every job of the company.
    ///
    /// @return what came of those that it could not answer; there are none
    /// @throws RuntimeException the trouble of a store, or a fault of our own
    JobOutcome serve(Company company, PayrollProvider provider, Connection connection) {
        Map<String, SharedQuestion> questions = new LinkedHashMap<>();
        for (TakenJob taken : company.jobs()) {
            Optional<JobOutcome> outcome = unread(taken.job(), provider, connection);
            outcome.ifPresent(known -> company.answer(taken, known));
            if (outcome.isEmpty()) {
                ResourceQuery query = query(taken.job());
                questions
                        .computeIfAbsent(Question.of(query), _ -> new SharedQuestion(query, reading(query, provider)))
                        .askedBy(taken);
            }
        }
        if (!questions.isEmpty()) {
            read(company, provider, List.copyOf(questions.values()));
        }
        return new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO);
    }

    /// What can be said of a job without a visit.
    private Optional<JobOutcome> unread(FetchJob job, PayrollProvider provider, Connection connection) {
        if (!clock.instant().isBefore(job.deadline())) {
            return Optional.of(new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO));
        }
        ResourceQuery query = query(job);
        if (!provider.readings().containsKey(query.resource())) {
            return Optional.of(new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED));
        }
        return answers.fresh(connection, provider, query, Duration.ofSeconds(job.maxAgeSeconds()))
                .or(() -> answering.open(job.key()));
    }

    private static ResourceQuery query(FetchJob job) {
        return Objects.requireNonNull(job.query(), "a fetch job has a query");
    }

    private static ResourceReading reading(ResourceQuery query, PayrollProvider provider) {
        return Objects.requireNonNull(provider.readings().get(query.resource()), "a reading that is offered");
    }

    private void read(Company company, PayrollProvider provider, List<SharedQuestion> questions) {
        Instant begin = clock.instant();
        TakenJob leader = leader(questions);
        Account account = claims.claim(leader.job(), provider, leader.progress());
        Optional<RuntimeException> common = troubleOfAll(account, questions);
        for (SharedQuestion question : questions) {
            Optional<RuntimeException> trouble = question.trouble().or(() -> common);
            answer(company, leader, question, outcome(account, question, trouble), trouble);
        }
        charge(questions, leader, Duration.between(begin, clock.instant()));
    }

    private Optional<RuntimeException> troubleOfAll(Account account, List<SharedQuestion> questions) {
        try {
            new SharedVisits(account, live, clock).read(questions);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /// The one that pays for the visits: if a person is there to answer a challenge, then theirs.
    private static TakenJob leader(List<SharedQuestion> questions) {
        List<TakenJob> askers =
                questions.stream().flatMap(one -> one.askers().stream()).toList();
        return askers.stream()
                .filter(asker -> asker.job().attended())
                .findFirst()
                .orElseGet(askers::getFirst);
    }

    private static void answer(
            Company company,
            TakenJob leader,
            SharedQuestion question,
            Supplier<JobOutcome> outcome,
            Optional<RuntimeException> trouble) {
        boolean leaderIsAsked = leader.job().attended()
                && trouble.flatMap(SharedReading::challenge).isPresent();
        for (TakenJob asker : question.askers()) {
            // There is one challenge, and it goes by the leader's name.
            company.answer(asker, Troubles.answered(leaderIsAsked ? leader.job() : asker.job(), outcome));
        }
    }

    private static Optional<Trouble> challenge(RuntimeException trouble) {
        return switch (trouble) {
            case VisitFailedException e when e.trouble() instanceof Trouble.ChallengeAsked -> Optional.of(e.trouble());
            case ProviderException e when e.trouble() instanceof Trouble.ChallengeAsked -> Optional.of(e.trouble());
            default -> Optional.empty();
        };
    }

    /// What was found, stored once and referred to by each that asked; else the trouble.
    private Supplier<JobOutcome> outcome(Account account, SharedQuestion question, Optional<RuntimeException> trouble) {
        try {
            Optional<JobOutcome> kept =
                    question.found().map(fetched -> answers.keep(account, question.query(), fetched));
            return () -> kept.orElseThrow(() -> trouble.orElseThrow());
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    /// Whoever did not pay for the visits waited while others were served.
    private static void charge(List<SharedQuestion> questions, TakenJob leader, Duration took) {
        for (SharedQuestion question : questions) {
            for (TakenJob asker : question.askers()) {
                Duration others = took.minus(asker.progress().spent(Stage.READ));
                if (!asker.equals(leader) && others.isPositive()) {
                    asker.progress().waited(others);
                }
            }
        }
    }
}

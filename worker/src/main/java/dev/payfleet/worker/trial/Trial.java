package dev.payfleet.worker.trial;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.PageVisit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Signs in, probes, and reads each resource by each of its tiers, one step after the other. A step that fails does
/// not keep the next from being tried, but for the sign-in. Confined to one thread.
public final class Trial {
    private static final int MOST_CHALLENGES = 4;

    private final PayrollProvider provider;
    private final TrialSite site;
    private final TrialVisits visits;
    private final Consumer<TrialStep> watcher;
    private final List<TrialStep> steps = new ArrayList<>();

    /// @param watcher told each step as soon as it is over
    public Trial(PayrollProvider provider, TrialSite site, TrialVisits visits, Consumer<TrialStep> watcher) {
        this.provider = provider;
        this.site = site;
        this.visits = visits;
        this.watcher = watcher;
    }

    /// Tries everything.
    ///
    /// @param wanted what is read of what the provider offers; payslips need payruns, which are then read as well
    /// @return all steps, in order
    public List<TrialStep> run(Set<Resource> wanted) {
        PageVisit page = visits.page();
        if (act("sign in", () -> signIn(page))) {
            act("probe by http", () -> probe(provider.probe(), Tier.HTTP, page));
            act("probe by browser", () -> probe(provider.probe(), Tier.BROWSER, page));
            new TreeMap<>(provider.readings()).forEach((resource, reading) -> {
                if (wanted.contains(resource) || (resource == Resource.PAYRUNS && wanted.contains(Resource.PAYSLIPS))) {
                    read(resource, reading, page);
                }
            });
        }
        return List.copyOf(steps);
    }

    private void signIn(PageVisit page) {
        Optional<Trouble.ChallengeAsked> asked =
                untilAsked(() -> page.signIn(provider.signIn(), site.credentials(), () -> {}));
        for (int count = 0; asked.isPresent() && count < MOST_CHALLENGES; count++) {
            asked = answered(page, asked.get());
        }
        asked.ifPresent(further -> {
            throw new ProviderException(further);
        });
    }

    private Optional<Trouble.ChallengeAsked> answered(PageVisit page, Trouble.ChallengeAsked asked) {
        page.send(asked.page());
        return untilAsked(() ->
                page.answer(asked.page(), site.reply(asked), provider.signIn().answerWithin()));
    }

    private static Optional<Trouble.ChallengeAsked> untilAsked(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.ChallengeAsked asked) {
                return Optional.of(asked);
            }
            throw e;
        }
    }

    private void probe(SessionProbe probe, Tier tier, PageVisit page) {
        boolean alive = tier == Tier.HTTP ? probe.alive(visits.http(page)) : probe.alive(page);
        if (!alive) {
            throw new ProviderException(new Trouble.SignedOut());
        }
    }

    private void read(Resource resource, ResourceReading reading, PageVisit page) {
        ResourceQuery query = TrialQueries.all(resource, payruns());
        for (Tier tier : reading.tiers()) {
            step(
                    resource.wireName() + " by " + tier.wireValue(),
                    () -> Optional.of(new TrialStep.Read(resource, tier, read(reading, tier, query, page))));
        }
    }

    private ReadResult read(ResourceReading reading, Tier tier, ResourceQuery query, PageVisit page) {
        return tier == Tier.HTTP ? reading.read(visits.http(page), query) : reading.read(page, query);
    }

    private List<? extends PayrollRecord> payruns() {
        return steps.stream()
                .flatMap(step -> step.read().stream())
                .filter(read -> read.resource() == Resource.PAYRUNS)
                .findFirst()
                .map(read -> read.result().records())
                .orElse(List.of());
    }

    private boolean act(String what, Runnable action) {
        return step(what, () -> {
            action.run();
            return Optional.empty();
        });
    }

    private boolean step(String what, Supplier<Optional<TrialStep.Read>> action) {
        long begin = System.nanoTime();
        Optional<TrialStep.Read> read = Optional.empty();
        Optional<String> trouble = Optional.empty();
        try {
            read = action.get();
        } catch (ProviderException e) {
            trouble = Optional.ofNullable(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            // The adapter's own fault; its message may hold what was read, the place in its code does not.
            trouble = Optional.of("the adapter failed: " + e.getClass().getSimpleName() + place(e));
        }
        TrialStep step = new TrialStep(what, Duration.ofNanos(System.nanoTime() - begin), trouble, read);
        steps.add(step);
        watcher.accept(step);
        return step.succeeded();
    }

    private String place(Throwable fault) {
        String adapter = provider.getClass().getPackageName();
        for (StackTraceElement line : fault.getStackTrace()) {
            if (line.getClassName().startsWith(adapter)) {
                return " at " + line.getFileName() + ":" + line.getLineNumber();
            }
        }
        return "";
    }
}

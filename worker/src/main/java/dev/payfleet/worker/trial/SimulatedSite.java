package dev.payfleet.worker.trial;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.Scenario;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.fernhill.FernhillContract;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.larkspur.LarkspurContract;
import dev.payfleet.fixture.meridian.MeridianContract;
import dev.payfleet.fixture.rivermark.RivermarkContract;
import dev.payfleet.fixture.rivermark.RivermarkPeople;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A site of the contract suite, as on a good day.
public final class SimulatedSite implements TrialSite {
    private static final long SEED = 5;

    /// By the id of the adapter.
    private static final Map<String, Supplier<ContractSite>> KNOWN = new TreeMap<>(Map.of(
            "larkspur",
            LarkspurContract::start,
            "meridian",
            MeridianContract::start,
            "fernhill",
            () -> FernhillContract.start(SEED, FernhillPeople.USUAL_DAY),
            "rivermark",
            () -> RivermarkContract.start(SEED, RivermarkPeople.USUAL_DAY)));

    private final ContractSite site;
    private final SitePerson person;

    private SimulatedSite(ContractSite site) {
        this.site = site;
        this.person = site.person(Scenario.USUAL);
        site.begin(Scenario.USUAL, person);
    }

    /// Starts the site that this build has for an adapter; empty where it has none.
    public static Optional<TrialSite> of(String provider) {
        return Optional.ofNullable(KNOWN.get(provider)).map(Supplier::get).map(SimulatedSite::new);
    }

    /// Starts the site that a project offers as a service; empty where it offers none.
    ///
    /// @param project has loaded the adapter
    public static Optional<TrialSite> of(ClassLoader project) {
        return ServiceLoader.load(ContractSite.class, project).findFirst().map(SimulatedSite::new);
    }

    @Override
    public Map<Origin, Origin> standIns() {
        return site.origins().entrySet().stream()
                .collect(Collectors.toMap(pair -> Origin.of(pair.getKey()), pair -> Origin.of(pair.getValue())));
    }

    @Override
    public CredentialSource credentials() {
        return field -> switch (field) {
            case USERNAME -> person.userName();
            case PASSWORD -> person.password();
        };
    }

    @Override
    public ChallengeReply reply(Trouble.ChallengeAsked asked) {
        return switch (asked.kind()) {
            case CHOOSE_METHOD -> new ChallengeReply.Chosen(asked.choices().getFirst());
            case PUSH_APPROVAL -> {
                site.answer(person);
                yield new ChallengeReply.Approved();
            }
            case OTP_SMS, OTP_EMAIL, OTP_APP, SECURITY_QUESTION -> new ChallengeReply.Typed(() -> site.answer(person));
        };
    }

    @Override
    public void close() {
        site.close();
    }
}

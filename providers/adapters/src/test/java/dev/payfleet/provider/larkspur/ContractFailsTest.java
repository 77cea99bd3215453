package dev.payfleet.provider.larkspur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.Scenario;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.contract.ProviderContract;
import dev.payfleet.fixture.larkspur.LarkspurContract;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// The contract is of use only if it fails: here it is run against a site that lacks a scenario, and with a truth
/// that is not true.
class ContractFailsTest {

    @Test
    void a_missing_scenario_is_a_failing_test_that_names_it() {
        assertThat(failuresOf("the_site_acts_out_every_scenario"))
                .singleElement()
                .asString()
                .contains("RATE_LIMITED");
        assertThat(failuresOf("too_many_requests_tell_when_to_come_again"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .contains("missing scenario: RATE_LIMITED is not acted out by the site of larkspur"));
    }

    @Test
    void a_record_that_is_not_true_is_a_failing_test() {
        assertThat(failuresOf("reads_an_empty_account_as_empty")).isNotEmpty();
    }

    private static List<String> failuresOf(String test) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(Incomplete.class, test))
                                .build(),
                        summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    static class Incomplete extends ProviderContract {

        private final LarkspurContract site = LarkspurContract.start();

        @Override
        protected PayrollProvider provider() {
            return new LarkspurProvider();
        }

        @Override
        protected ContractSite openSite() {
            return new Lacking(site);
        }

        @Override
        protected Stream<? extends PayrollRecord> truth(SitePerson person, ResourceQuery query, RecordIds ids) {
            return Stream.of();
        }
    }

    /// A site that acts out everything but too many requests.
    private record Lacking(ContractSite site) implements ContractSite {

        @Override
        public Map<String, String> origins() {
            return site.origins();
        }

        @Override
        public Set<Scenario> scenarios() {
            return site.scenarios().stream()
                    .filter(scenario -> scenario != Scenario.RATE_LIMITED)
                    .collect(Collectors.toSet());
        }

        @Override
        public SitePerson person(Scenario scenario) {
            return site.person(scenario);
        }

        @Override
        public void begin(Scenario scenario, SitePerson person) {
            site.begin(scenario, person);
        }

        @Override
        public void mend() {
            site.mend();
        }

        @Override
        public String answer(SitePerson person) {
            return site.answer(person);
        }

        @Override
        public Set<String> secrets(SitePerson person) {
            return site.secrets(person);
        }

        @Override
        public int requests() {
            return site.requests();
        }

        @Override
        public void close() {
            site.close();
        }
    }
}

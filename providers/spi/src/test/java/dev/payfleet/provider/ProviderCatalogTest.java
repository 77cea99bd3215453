package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderCatalogTest {

    @Test
    void finds_a_provider_by_id() {
        SampleProvider pay = SampleProvider.named("pay");
        ProviderCatalog catalog = ProviderCatalog.of(List.of(SampleProvider.named("other"), pay));

        assertThat(catalog.find("pay")).containsSame(pay);
        assertThat(catalog.find("PAY")).isEmpty();
        assertThat(catalog.all()).hasSize(2);
    }

    @Test
    void refuses_one_id_twice() {
        List<PayrollProvider> twice = List.of(SampleProvider.named("pay"), SampleProvider.named("pay"));

        assertThat(ProviderCatalog.of(twice).all()).hasSize(1);
        assertThat(refusals(twice))
                .containsExactly("pay: its id is another provider's already: " + SampleProvider.class.getName());
    }

    @Test
    void refuses_a_provider_that_reads_nothing() {
        assertThat(refusals(List.of(new SampleProvider("pay", Map.of())))).containsExactly("pay: it reads nothing");
    }

    private static List<String> refusals(List<? extends PayrollProvider> providers) {
        return ProviderCatalog.of(providers).refusals().stream()
                .map(refusal -> refusal.provider() + ": " + refusal.reason())
                .toList();
    }

    @Test
    void refuses_a_plugin_that_offers_nothing() throws IOException {
        try (URLClassLoader empty =
                new URLClassLoader("empty.jar", new URL[0], getClass().getClassLoader())) {
            assertThat(ProviderCatalog.load(List.of(empty)).refusals())
                    .containsExactly(new ProviderCatalog.Refusal(
                            "empty.jar",
                            "it offers no provider: no META-INF/services/" + PayrollProvider.class.getName()
                                    + " in it"));
        }
    }

    @Test
    void loads_what_the_class_path_offers() {
        assertThat(ProviderCatalog.load().all()).isEmpty();
    }
}

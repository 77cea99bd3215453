package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThatThrownBy(() -> ProviderCatalog.of(twice)).hasMessage("provider id must be declared once: pay");
    }

    @Test
    void refuses_a_provider_that_reads_nothing() {
        assertThatThrownBy(() -> ProviderCatalog.of(List.of(new SampleProvider("pay", Map.of()))))
                .hasMessage("provider pay must have at least one reading");
    }

    @Test
    void loads_what_the_class_path_offers() {
        assertThat(ProviderCatalog.load().all()).isEmpty();
    }
}

package dev.payfleet.worker.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.bench.ProviderBench.Took;
import dev.payfleet.worker.bench.ProviderBench.Turns;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderBenchTest {
    @ParameterizedTest
    @ValueSource(strings = {"larkspur", "meridian"})
    void reads_by_both_tiers_and_repeats_the_same_requests_bare(String site) {
        Took took = new ProviderBench(Path.of("target", "lanes-home").toAbsolutePath(), new Turns(2, 1, 2, 1))
                .measure(site);

        assertThat(took.bare()).isPositive();
        assertThat(took.page()).as("a browser is dearer").isGreaterThan(took.http());
    }
}

package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceReadingTest {

    @Test
    void tells_by_which_tiers_it_reads() {
        assertThat(ResourceReading.ofDocuments((visit, query) -> ReadResult.complete(List.of()))
                        .tiers())
                .containsExactlyInAnyOrder(Tier.HTTP, Tier.BROWSER);
        assertThat(ResourceReading.byHttp((visit, query) -> ReadResult.complete(List.of()))
                        .tiers())
                .containsExactly(Tier.HTTP);
        assertThat(ResourceReading.byPage((visit, query) -> ReadResult.complete(List.of()))
                        .tiers())
                .containsExactly(Tier.BROWSER);
    }

    @Test
    void a_result_prints_its_count_alone() {
        assertThat(ReadResult.complete(List.of())).hasToString("ReadResult[records=0, partial=false]");
    }
}

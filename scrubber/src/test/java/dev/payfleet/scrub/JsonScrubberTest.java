package dev.payfleet.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScrubberTest {
    private final JsonScrubber scrubber =
            JsonScrubber.keeping(Set.of("currency"), TextScrubbers.all(new KnownSecrets()));

    @Test
    void namesStayAndValuesBecomeStandIns() {
        assertThat(scrubber.scrub("""
                        {"name":"Ada","pay":{"net":1234.5,"currency":"gbp","paid":true,"note":null},
                         "days":["2026-11-22","x@y.example","7,5",""],"at":"2026-11-22T10:00:00Z"}"""))
                .isEqualTo(
                        "{\"name\":\"text\",\"pay\":{\"net\":0,\"currency\":\"gbp\",\"paid\":false,\"note\":null},"
                                + "\"days\":[\"2000-01-01\",\"someone@example.org\",\"0\",\"\"],\"at\":\"2000-01-01T00:00:00Z\"}");
    }

    @Test
    void namesThatAreDataAreReplaced() {
        assertThat(scrubber.scrub("{\"ada@b.example\":1,\"GB123456789\":2,\"Ada Lovelace\":3}"))
                .isEqualTo("{\"name1\":0,\"name2\":0,\"name3\":0}");
    }

    @Test
    void keptValueStillGoesThroughTheTextScrubber() {
        assertThat(scrubber.scrub("{\"currency\":\"mail ada@b.example\"}")).doesNotContain("ada@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":hunter2}", "{} hunter2", "hunter2", "{\"hunter2\":1,\"hunter2\":2}"})
    void whatIsNotJsonIsRefusedWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> scrubber.scrub(body))
                .isInstanceOf(UnscrubbableException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
        assertThat(scrubber.asText().scrub(body)).isEqualTo(TextScrubbers.UNSCRUBBABLE);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> scrubber.scrub("[".repeat(100_000))).isInstanceOf(UnscrubbableException.class);
    }
}

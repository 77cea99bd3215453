package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDeclarationTest {

    private static final Origin PAY = Origin.of("https://pay.example.com");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Larkspur", "1pay", "my_pay", "abcdefghijabcdefghijabcdefghijab"})
    void refuses_a_bad_id(String id) {
        assertThatThrownBy(() -> SampleProvider.declare(id, "GB", List.of(PAY), SampleProvider.SIGNS, 3))
                .hasMessageStartingWith("id must match");
    }

    @Test
    void refuses_no_origin_and_one_twice() {
        assertThatThrownBy(() -> SampleProvider.declare("pay", "GB", List.of(), SampleProvider.SIGNS, 3))
                .hasMessage("origins must hold at least one");
        assertThatThrownBy(() -> SampleProvider.declare("pay", "GB", List.of(PAY, PAY), SampleProvider.SIGNS, 3))
                .hasMessage("origins must hold each one once");
    }

    @Test
    void refuses_a_country_off_the_list() {
        assertThatThrownBy(() -> SampleProvider.declare("pay", "XX", List.of(PAY), SampleProvider.SIGNS, 3))
                .hasMessageStartingWith("country must be");
    }

    @Test
    void refuses_a_threshold_that_leaves_no_attempt() {
        assertThatThrownBy(() -> SampleProvider.declare("pay", "GB", List.of(PAY), SampleProvider.SIGNS, 1))
                .hasMessage("lockOutThreshold must be from 2 to 100");
    }

    @Test
    void refuses_signs_that_do_not_tell_in_from_out() {
        List<PageSign> onlyIn = List.of(PageSign.element(PageMeaning.SIGNED_IN, "nav"));

        assertThatThrownBy(() -> SampleProvider.declare("pay", "GB", List.of(PAY), onlyIn, 3))
                .hasMessage("signs must hold one of SIGNED_OUT");
    }

    @Test
    void refuses_rates_and_times_out_of_range() {
        assertThatThrownBy(() -> new PoliteRate(0)).hasMessageStartingWith("requestsPerSecond must be");
        assertThatThrownBy(() -> new PoliteRate(Double.NaN)).hasMessageStartingWith("requestsPerSecond must be");
        assertThatThrownBy(() -> new FormSignIn("sign-in", "#u", "#p", "#go", null, Duration.ofSeconds(5)))
                .hasMessage("path must begin with one slash");
        assertThatThrownBy(() -> new FormSignIn("/", "#u", " ", "#go", null, Duration.ofSeconds(5)))
                .hasMessage("passwordField must be a CSS selector");
        assertThatThrownBy(() -> new FormSignIn("/", "#u", "#p", "#go", null, Duration.ZERO))
                .hasMessageStartingWith("answerWithin must be");
    }

    @Test
    void a_rate_is_an_interval() {
        assertThat(new PoliteRate(4).interval()).isEqualTo(Duration.ofMillis(250));
    }
}

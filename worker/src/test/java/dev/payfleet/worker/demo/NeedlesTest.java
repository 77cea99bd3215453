package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    private final Needles words = Needles.ofTexts(List.of("Zoë Brontë", "12-34-56", "secret"));

    @Test
    void finds_a_text_anywhere() {
        assertThat(in("a line about Zoë Brontë, sort code 12-34-56.")).isEqualTo(2);
    }

    @Test
    void finds_a_text_at_both_ends() {
        assertThat(in("secret")).isOne();
        assertThat(in("secret, and a secret")).isEqualTo(2);
    }

    @Test
    void passes_over_a_text_that_goes_on_as_a_word() {
        assertThat(in("secretary, nonsecret, 112-34-567")).isZero();
    }

    @Test
    void finds_bytes_whatever_stands_beside_them() {
        Needles bytes = Needles.ofBytes(List.of(bytes("secret")));

        assertThat(bytes.in(bytes("asecretary"))).hasSize(1);
    }

    @Test
    void tells_which_it_found_and_where() {
        byte[] needle = bytes("secret");

        Needles.Find find = Needles.ofBytes(List.of(bytes("another"), needle))
                .in(bytes("my secret"))
                .getFirst();

        assertThat(find.offset()).isEqualTo(3);
        assertThat(find.isOf(needle)).isTrue();
    }

    @Test
    void looks_for_nothing_that_would_turn_up_by_chance() {
        Needles needles = Needles.ofTexts(List.of("short", "longer"));

        assertThat(needles.count()).isOne();
        assertThat(needles.in(bytes("short"))).isEmpty();
    }

    private int in(String text) {
        return words.in(bytes(text)).size();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StaticTextsTest {

    @Test
    void compares_texts_without_their_white_space_and_in_one_composition() {
        StaticTexts texts = StaticTexts.ofLines("  Net   pay \n\nRésumé\n");

        assertThat(texts.texts()).containsExactlyInAnyOrder("Net pay", "Résumé");
        assertThat(texts.contains("\u00a0Net\n\tpay")).isTrue();
        assertThat(texts.contains("Re\u0301sume\u0301")).isTrue();
        assertThat(texts.contains("net pay")).isFalse();
        assertThat(texts.contains("Net pay £1")).isFalse();
    }

    @Test
    void never_holds_the_empty_text() {
        assertThat(StaticTexts.of(List.of("", " ")).texts()).isEmpty();
    }
}

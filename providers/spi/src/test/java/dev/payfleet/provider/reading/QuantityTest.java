package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.5|7.5",
                "37.50|37.5",
                "40|40",
                "100|100",
                "0|0",
                "-1.25|-1.25",
                "(3)|-3",
                "1,234.5|1234.5",
                "0.0001|0.0001"
            })
    void reads_english_numbers_without_trailing_zeros(String text, BigDecimal value) {
        assertThat(Quantity.ENGLISH.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "7,5", "1.23456", "7.", ".5", "--1", "1e3", "7.5h", "1 000"})
    void takes_nothing_else_for_a_number(String text) {
        assertThat(Quantity.ENGLISH.parse(text)).isNull();
    }

    @Test
    void reads_german_numbers() {
        assertThat(Quantity.GERMAN.parse("1.234,5")).isEqualTo("1234.5");
    }

    @Test
    void a_style_needs_two_marks() {
        assertThatThrownBy(() -> new NumberStyle('.', '.')).hasMessageStartingWith("grouping and decimal must be");
        assertThatThrownBy(() -> new NumberStyle('1', '.')).hasMessageStartingWith("grouping and decimal must be");
    }
}

package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£1,234.56      | 123456",
                "£0.00          | 0",
                "1234.56        | 123456",
                "£ 12.34        | 1234",
                "(12.34)        | -1234",
                "(1,234.56)     | -123456",
                "(£1,234.56)    | -123456",
                "-£12.34        | -1234",
                "£-12.34        | -1234",
                "- £12.34       | -1234",
                "12.34-         | -1234",
                "\u221212.34    | -1234",
                "£\u00a01,234,567.89 | 123456789",
                "£92,233,720,368,547,758.07 | 9223372036854775807",
            })
    void reads_british_amounts_into_pence(String text, long pence) {
        assertThat(Money.BRITISH.parse(text)).isEqualTo(pence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "£",
                "-",
                "()",
                "(£)",
                "£1,234",
                "£12.3",
                "£12.345",
                "£1,23.45",
                "£12,34.56",
                "£1.234,56",
                "£,123.45",
                "£1,,234.56",
                "--12.34",
                "-(12.34)",
                "(-12.34)",
                "-12.34-",
                "((12.34))",
                "(12.34",
                "12.34)",
                "£££12.34",
                "$12.34",
                "12.34 GBP",
                "1e3.00",
                "£١٢.٣٤",
                "£12.34\n£56.78",
                "NaN",
                "£92,233,720,368,547,758.08",
                "£999,999,999,999,999,999,999.00",
            })
    void takes_nothing_else_for_an_amount(String text) {
        assertThat(Money.BRITISH.parse(text)).isNull();
    }

    @Test
    void is_not_slow_on_long_nonsense() {
        String nonsense = "1,".repeat(100_000) + "£".repeat(1_000) + "111,".repeat(100_000);

        assertThat(Money.BRITISH.parse(nonsense)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 €|123456",
                "€ 1.234,56|123456",
                "-12,34 €|-1234",
                "12,34-|-1234",
                "\u22121.234,56\u00a0€|-123456"
            })
    void reads_german_amounts(String text, long cents) {
        assertThat(Money.GERMAN.parse(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"$1,234.56|123456", "-$12.34|-1234", "($12.34)|-1234", "$-12.34|-1234"})
    void reads_american_amounts(String text, long cents) {
        assertThat(Money.AMERICAN.parse(text)).isEqualTo(cents);
    }
}

package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"a":1}             | {"a":2}             | /a
        {"a":1}             | {}                  | /a
        {}                  | {"a":1}             | /a
        {"a":null}          | {}                  | /a
        {"a":"1"}           | {"a":1}             | /a
        [{"a":1},{"a":2}]   | [{"a":1},{"a":3}]   | /1/a
        {"a":{"b":[true]}}  | {"a":{"b":[false]}} | /a/b/0
        """)
    void names_the_place_of_a_difference(String expected, String actual, String place) {
        assertThat(between(expected, actual)).contains(place);
    }

    @Test
    void tells_lengths_of_arrays_apart() {
        assertThat(between("[1,2]", "[1]"))
                .hasValueSatisfying(place -> assertThat(place).contains("expected 2", "got 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"a":7.5}          | {"a":7.50}
        {"a":1,"b":[null]} | {"b":[null],"a":1}
        """)
    void finds_none_where_the_values_are_equal(String expected, String actual) {
        assertThat(between(expected, actual)).isEmpty();
    }

    private static Optional<String> between(String expected, String actual) {
        return Difference.between(JSON.readTree(expected), JSON.readTree(actual));
    }
}

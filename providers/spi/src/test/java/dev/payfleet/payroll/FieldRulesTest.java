package dev.payfleet.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {

    @Test
    void the_contract_lists_68_countries() {
        assertThat(Countries.KNOWN).hasSize(68).allMatch(code -> code.matches("[A-Z]{2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb", "United Kingdom", "XX", "", "RUS"})
    void a_country_off_the_list_is_refused_without_being_quoted(String country) {
        assertThatThrownBy(() -> new Address(null, null, null, country, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Address.country must be null or a country code of the contract");
        assertThat(Countries.knownOrNull(country)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "7.5", "7.50", "-0.1", "1E+2"})
    void hours_in_tenths_are_taken(String hours) {
        assertThatCode(() -> timesheet(hours)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.25", "0.01", "7.5000001"})
    void finer_hours_are_refused_without_being_quoted(String hours) {
        assertThatThrownBy(() -> timesheet(hours)).hasMessage("Timesheet.hoursWorked must be a multiple of 0.1");
    }

    private static Timesheet timesheet(String hours) {
        return Timesheet.builder()
                .id(new UUID(0, 1))
                .remoteId("1")
                .employeeId(new UUID(0, 2))
                .employeeRemoteId("2")
                .hoursWorked(new BigDecimal(hours))
                .build();
    }
}

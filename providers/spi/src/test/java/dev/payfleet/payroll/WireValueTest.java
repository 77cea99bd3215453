package dev.payfleet.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WireValueTest {

    private static final Map<Class<? extends Enum<?>>, String> CONTRACT = Map.ofEntries(
            Map.entry(EmploymentStatus.class, "active inactive pending leave"),
            Map.entry(EmploymentType.class, "full_time part_time contractor other"),
            Map.entry(PayFrequency.class, "year weekly biweekly semimonthly monthly other"),
            Map.entry(Currency.class, "usd gbp eur sek cad"),
            Map.entry(Gender.class, "male female not_specified"),
            Map.entry(Ethnicity.class, "asian black hispanic mixed not_specified other white"),
            Map.entry(MaritalStatus.class, "single married divorced not_specified other"),
            Map.entry(GroupType.class, "department team cost_centre pay_group"),
            Map.entry(PayrunType.class, "regular one_time off_cycle correction reversal"),
            Map.entry(PayrunState.class, "paid pending"),
            Map.entry(PolicyType.class, "bereavement holiday jury_duty personal sick vacation volunteer"),
            Map.entry(TimeOffUnit.class, "hours days months"),
            Map.entry(TimeOffStatus.class, "approved pending rejected"));

    @Test
    void every_enumeration_has_the_values_of_the_contract() {
        Map<Class<?>, String> actual = CONTRACT.keySet().stream()
                .collect(Collectors.toMap(
                        type -> type,
                        type -> Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((WireValue) constant).wireValue())
                                .collect(Collectors.joining(" "))));

        assertThat(actual).isEqualTo(CONTRACT);
    }
}

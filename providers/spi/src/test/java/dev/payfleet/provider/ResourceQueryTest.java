package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResourceQueryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void the_ten_resources_have_the_names_of_the_contract() {
        assertThat(Arrays.stream(Resource.values()).map(Resource::wireName))
                .containsExactlyInAnyOrder(
                        "company",
                        "employees",
                        "groups",
                        "identity",
                        "payruns",
                        "payslips",
                        "timesheets",
                        "time-off-entries",
                        "time-off-balances",
                        "work-locations");
        assertThat(Resource.fromWire("time-off-entries")).contains(Resource.TIME_OFF_ENTRIES);
        assertThat(Resource.fromWire("TIME_OFF_ENTRIES")).isEmpty();
    }

    @Test
    void every_resource_takes_its_own_parameters_alone() {
        assertThatThrownBy(() -> new ResourceQuery.Whole(Resource.PAYRUNS))
                .hasMessage("resource takes parameters: payruns");
        assertThatThrownBy(() -> new ResourceQuery.Between(Resource.COMPANY, DAY, DAY))
                .hasMessage("resource takes no dates: company");
        assertThat(new ResourceQuery.Employees(Optional.empty()).resource()).isEqualTo(Resource.EMPLOYEES);
        assertThat(new ResourceQuery.Payslips(new UUID(0, 1)).resource()).isEqualTo(Resource.PAYSLIPS);
    }

    @Test
    void a_range_includes_both_ends_and_runs_forwards() {
        ResourceQuery.Between range = new ResourceQuery.Between(Resource.PAYRUNS, DAY, DAY.plusDays(1));

        assertThat(range.contains(DAY)).isTrue();
        assertThat(range.contains(DAY.plusDays(1))).isTrue();
        assertThat(range.contains(DAY.plusDays(2))).isFalse();
        assertThatThrownBy(() -> new ResourceQuery.Between(Resource.PAYRUNS, DAY, DAY.minusDays(1)))
                .hasMessage("end_date must not be before start_date");
    }
}

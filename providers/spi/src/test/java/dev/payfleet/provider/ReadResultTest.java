package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Identity;
import dev.payfleet.payroll.Payslip;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadResultTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    @Test
    void a_payslip_that_does_not_add_up_makes_it_partial_and_stays() {
        assertThat(ReadResult.complete(List.of(payslip(100, 100, 100))).partial())
                .isFalse();
        assertThat(ReadResult.complete(List.of(payslip(100, 99, 100))).partial())
                .isTrue();
        assertThat(ReadResult.complete(List.of(payslip(100, 100, 90))).partial())
                .isTrue();
        assertThat(ReadResult.complete(List.of(payslip(100, 99, 100))).records())
                .hasSize(1);
    }

    @Test
    void a_record_that_the_model_does_not_take_is_left_out_and_told() {
        ReadResult result = ReadResult.mapping(
                List.of("ann@example.org", ""), email -> new Identity("Ann", email.isEmpty() ? null : email, null));

        assertThat(result.records()).hasSize(1);
        assertThat(result.partial()).isTrue();
    }

    @Test
    void whatever_else_a_mapping_throws_passes() {
        assertThatThrownBy(() -> ReadResult.mapping(List.of(1), one -> {
                    throw new IllegalArgumentException("an adapter's own");
                }))
                .hasMessage("an adapter's own");
    }

    private static Payslip payslip(long gross, long net, long earned) {
        return Payslip.builder()
                .employeeId(new UUID(1, 1))
                .employeeRemoteId("E1")
                .payrunId(new UUID(1, 2))
                .payrunRemoteId("R1")
                .startDate(DAY)
                .endDate(DAY)
                .paymentDate(DAY)
                .grossPay(gross)
                .netPay(net)
                .earnings(List.of(new Earning("Salary", earned, null)))
                .build();
    }
}

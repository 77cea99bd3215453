package dev.payfleet.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayslipTest {

    @Test
    void balances_when_deductions_and_the_employees_taxes_lead_from_gross_to_net() {
        assertThat(payslip(300_000L, 223_000L).build().balances()).isTrue();
    }

    @Test
    void does_not_balance_by_a_penny() {
        assertThat(payslip(300_000L, 223_001L).build().balances()).isFalse();
    }

    @Test
    void leaves_reimbursements_out_of_net_pay() {
        Payslip payslip = payslip(300_000L, 223_000L)
                .reimbursements(List.of(new Reimbursement("Travel", 4_000)))
                .build();

        assertThat(payslip.balances()).isTrue();
    }

    @Test
    void counts_a_tax_of_unknown_payer_as_the_employees() {
        Payslip payslip = payslip(300_000L, 222_900L)
                .taxes(List.of(new Tax("Income Tax", 57_000, false), new Tax("Levy", 100, null)))
                .build();

        assertThat(payslip.balances()).isTrue();
    }

    @Test
    void does_not_balance_when_gross_or_net_is_unknown() {
        assertThat(payslip(null, 0L).build().balances()).isFalse();
        assertThat(payslip(0L, null).build().balances()).isFalse();
    }

    @Test
    void adds_up_without_overflowing() {
        Payslip payslip = payslip(Long.MIN_VALUE, Long.MAX_VALUE)
                .deductions(List.of(new Deduction("a", 1)))
                .taxes(List.of())
                .build();

        assertThat(payslip.balances()).isFalse();
    }

    private static PayslipBuilder payslip(Long gross, Long net) {
        return Payslip.builder()
                .employeeId(new UUID(0, 1))
                .employeeRemoteId("E1")
                .payrunId(new UUID(0, 2))
                .payrunRemoteId("R1")
                .startDate(LocalDate.of(2026, 3, 1))
                .endDate(LocalDate.of(2026, 3, 31))
                .paymentDate(LocalDate.of(2026, 3, 28))
                .currency(Currency.GBP)
                .grossPay(gross)
                .netPay(net)
                .deductions(List.of(new Deduction("Pension", 20_000)))
                .taxes(List.of(new Tax("Income Tax", 57_000, false), new Tax("Employer NI", 31_000, true)));
    }
}

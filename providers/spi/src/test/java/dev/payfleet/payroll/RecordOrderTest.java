package dev.payfleet.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordOrderTest {

    @Test
    void pay_runs_come_newest_payment_first_then_by_remote_id() {
        LocalDate march = LocalDate.of(2026, 3, 28);
        List<Payrun> payruns = List.of(
                payrun("b", march, null),
                payrun("d", null, null),
                payrun("a", march, null),
                payrun("c", null, march.plusDays(1)),
                payrun("e", march.minusDays(1), march.plusYears(1)));

        assertThat(payruns.stream().sorted(new RecordOrder()).map(Payrun::remoteId))
                .containsExactly("c", "a", "b", "e", "d");
    }

    @Test
    void records_without_a_date_come_by_remote_id() {
        Stream<Group> groups = Stream.of("2", "10", "1").map(id -> new Group(null, id, null, null));

        assertThat(groups.sorted(new RecordOrder()).map(Group::remoteId)).containsExactly("1", "10", "2");
    }

    @Test
    void balances_come_by_employee_then_policy() {
        Stream<TimeOffBalance> balances =
                Stream.of("B/HOL", "A/SICK", "A/HOL").map(pair -> balance(pair.split("/")[0], pair.split("/")[1]));

        assertThat(balances.sorted(new RecordOrder()).map(b -> b.employeeRemoteId() + "/" + b.policyRemoteId()))
                .containsExactly("A/HOL", "A/SICK", "B/HOL");
    }

    private static Payrun payrun(String remoteId, LocalDate payment, LocalDate end) {
        return new Payrun(new UUID(0, 1), remoteId, null, null, null, end, payment);
    }

    private static TimeOffBalance balance(String employee, String policy) {
        return TimeOffBalance.builder()
                .employeeId(new UUID(0, 1))
                .employeeRemoteId(employee)
                .policyRemoteId(policy)
                .build();
    }
}

package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payrun;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The contract's decisions on ranges and order.
class InOrderTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);
    private static final ResourceQuery JANUARY = new ResourceQuery.Between(Resource.PAYRUNS, FIRST, LAST);

    @Test
    void bothEndsOfARangeBelongToIt() {
        assertThat(ids(
                        paid("before", FIRST.minusDays(1)),
                        paid("first", FIRST),
                        paid("last", LAST),
                        paid("after", LAST.plusDays(1))))
                .containsExactly("last", "first");
    }

    @Test
    void aPayrunWithoutAPaymentDateCountsByItsEnd() {
        assertThat(ids(
                        payrun("ends in January", FIRST.plusDays(3), null),
                        payrun("ends in March", LAST.plusDays(40), null)))
                .containsExactly("ends in January");
    }

    @Test
    void aPaymentDateCountsForMoreThanAnEnd() {
        assertThat(ids(payrun("paid in March", FIRST, LAST.plusDays(40)))).isEmpty();
    }

    @Test
    void aPayrunWithoutAnyDateIsNotKnownToBeInTheRange() {
        assertThat(ids(payrun("no date", null, null))).isEmpty();
    }

    @Test
    void theNewestComesFirstAndOfOneDayTheSmallerId() {
        assertThat(ids(paid("b", FIRST), paid("c", LAST), paid("a", FIRST))).containsExactly("c", "a", "b");
    }

    private static List<String> ids(Payrun... payruns) {
        List<PayrollRecord> ordered = InOrder.of(JANUARY, List.of(payruns));
        return ordered.stream().map(record -> ((Payrun) record).remoteId()).toList();
    }

    private static Payrun paid(String remoteId, LocalDate paid) {
        return payrun(remoteId, paid, paid);
    }

    private static Payrun payrun(String remoteId, LocalDate end, LocalDate paid) {
        return new Payrun(new UUID(0, remoteId.hashCode()), remoteId, null, null, null, end, paid);
    }
}

package dev.payfleet.worker.trial;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payrun;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Everything there is of a resource, as far as it can be asked for at once.
final class TrialQueries {
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2049, 12, 31);
    private static final UUID OF_NOBODY = new UUID(0, 1);

    private TrialQueries() {}

    /// @param payruns that were read before; payslips are asked for by the first one's id
    static ResourceQuery all(Resource resource, List<? extends PayrollRecord> payruns) {
        return switch (resource) {
            case COMPANY, GROUPS, IDENTITY, TIME_OFF_BALANCES, WORK_LOCATIONS -> new ResourceQuery.Whole(resource);
            case EMPLOYEES -> new ResourceQuery.Employees(Optional.empty());
            case PAYRUNS, TIMESHEETS, TIME_OFF_ENTRIES -> new ResourceQuery.Between(resource, LONG_AGO, FAR_OFF);
            case PAYSLIPS ->
                new ResourceQuery.Payslips(payruns.stream()
                        .filter(Payrun.class::isInstance)
                        .map(payrun -> ((Payrun) payrun).id())
                        .findFirst()
                        .orElse(OF_NOBODY));
        };
    }
}

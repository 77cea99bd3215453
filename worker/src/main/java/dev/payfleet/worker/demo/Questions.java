package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.PayRun;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.stage.Jobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is asked about a person: all ten resources, with the parameters that a caller would give.
final class Questions {
    private static final int MONTHS_OF_PAY = 6;

    private final LocalDate today;

    Questions(LocalDate today) {
        this.today = today;
    }

    /// One question for each of the ten resources, first those that the others build upon.
    List<ResourceQuery> all(Player player) {
        List<ResourceQuery> all = new ArrayList<>();
        all.add(payruns());
        all.add(payslips(player, 0));
        all.add(new ResourceQuery.Employees(Optional.empty()));
        all.add(Jobs.whole(Resource.COMPANY));
        all.add(Jobs.whole(Resource.GROUPS));
        all.add(between(Resource.TIMESHEETS, 2));
        all.add(between(Resource.TIME_OFF_ENTRIES, 6));
        all.add(Jobs.whole(Resource.TIME_OFF_BALANCES));
        all.add(Jobs.whole(Resource.WORK_LOCATIONS));
        all.add(Jobs.whole(Resource.IDENTITY));
        return all;
    }

    ResourceQuery payruns() {
        return between(Resource.PAYRUNS, MONTHS_OF_PAY);
    }

    /// The payslips of a person's newest pay run, or of one before it.
    ///
    /// @param age 0 for the newest
    ResourceQuery payslips(Player player, int age) {
        List<PayRun> runs = player.person().payRuns();
        PayRun run = runs.get(Math.min(age, runs.size() - 1));
        return new ResourceQuery.Payslips(UUID.fromString(player.id(RecordKind.PAYRUN, run.id())));
    }

    private ResourceQuery between(Resource resource, int months) {
        return new ResourceQuery.Between(resource, today.minusMonths(months), today);
    }
}

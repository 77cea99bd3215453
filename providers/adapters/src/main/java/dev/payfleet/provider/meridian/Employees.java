package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import java.util.List;
import java.util.Optional;

/// What both ways to the employees have in common.
final class Employees {

    private Employees() {}

    /// The address of the list with the site's own filter, which spares answers.
    static String listPath(String path, ResourceQuery query) {
        return status(query).map(status -> path + "?status=" + code(status)).orElse(path);
    }

    /// What the site's filter lets through is looked at all the same.
    static ReadResult read(Visit visit, ResourceQuery query, List<RawEmployee> raws) {
        ReadResult all = ReadResult.mapping(raws, raw -> raw.employee(visit));
        Optional<EmploymentStatus> status = status(query);
        return status.isEmpty() ? all : new ReadResult(with(status.get(), all), all.partial());
    }

    private static List<? extends PayrollRecord> with(EmploymentStatus status, ReadResult all) {
        return all.records().stream()
                .filter(record -> ((Employee) record).employmentStatus() == status)
                .toList();
    }

    private static Optional<EmploymentStatus> status(ResourceQuery query) {
        return query instanceof ResourceQuery.Employees employees ? employees.status() : Optional.empty();
    }

    private static String code(EmploymentStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case LEAVE -> "on_leave";
            case INACTIVE -> "terminated";
            case PENDING -> "onboarding";
        };
    }
}

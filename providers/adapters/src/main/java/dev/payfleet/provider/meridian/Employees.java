package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceQuery;
import java.util.Optional;
import java.util.stream.Stream;

/// What both ways to the employees have in common.
final class Employees {

    private Employees() {}

    /// The address of the list with the site's own filter, which spares answers.
    static String listPath(String path, ResourceQuery query) {
        return status(query).map(status -> path + "?status=" + code(status)).orElse(path);
    }

    /// What the site's filter lets through is looked at all the same.
    static ReadResult wanted(ResourceQuery query, Stream<Employee> employees) {
        Optional<EmploymentStatus> status = status(query);
        return ReadResult.complete(employees
                .filter(employee -> status.isEmpty() || status.get() == employee.employmentStatus())
                .toList());
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

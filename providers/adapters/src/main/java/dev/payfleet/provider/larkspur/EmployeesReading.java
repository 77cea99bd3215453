package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The employees: the list says who they are, each one's own page says the rest.
final class EmployeesReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Optional<EmploymentStatus> wanted =
                query instanceof ResourceQuery.Employees employees ? employees.status() : Optional.empty();
        EmployeeMapping mapping = new EmployeeMapping(visit, new EmployeePages(visit));
        List<Employee> employees = new ArrayList<>();
        for (SitePage page : LarkspurPages.list().follow(visit, "employees", listPath(wanted))) {
            for (Table.Row row : page.table("table#employees", "Payroll ID").rows()) {
                Employee employee = mapping.employee(row.cell("Payroll ID").required());
                // The site's own filter spares pages; what it lets through is looked at all the same.
                if (wanted.isEmpty() || wanted.get() == employee.employmentStatus()) {
                    employees.add(employee);
                }
            }
        }
        return ReadResult.complete(employees);
    }

    private static String listPath(Optional<EmploymentStatus> wanted) {
        return wanted.map(status -> "/employees?status=" + filter(status)).orElse("/employees");
    }

    private static String filter(EmploymentStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case LEAVE -> "leave";
            case INACTIVE -> "leaver";
            case PENDING -> "starter";
        };
    }
}

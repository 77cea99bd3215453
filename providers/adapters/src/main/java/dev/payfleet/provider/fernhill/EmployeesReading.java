package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The employees: cards say who they are, each one's own four pages say the rest.
final class EmployeesReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Optional<EmploymentStatus> wanted =
                query instanceof ResourceQuery.Employees employees ? employees.status() : Optional.empty();
        EmployeeMapping mapping = new EmployeeMapping(visit, new EmployeePages(visit));
        List<Employee> employees = new ArrayList<>();
        for (SitePage page : FernhillPages.list().follow(visit, "people", listPath(wanted))) {
            for (Fields card : FernhillPages.cards(page, "ul#people")) {
                Employee employee = mapping.employee(card.get("Employee number").required());
                // The site's own filter spares pages; what it lets through is looked at all the same.
                if (wanted.isEmpty() || wanted.get() == employee.employmentStatus()) {
                    employees.add(employee);
                }
            }
        }
        return ReadResult.complete(employees);
    }

    private static String listPath(Optional<EmploymentStatus> wanted) {
        return wanted.map(status -> switch (status) {
                    case ACTIVE -> "/people?show=active";
                    case LEAVE -> "/people?show=leave";
                    case INACTIVE -> "/people?show=terminated";
                    case PENDING -> "/people?show=starting";
                })
                .orElse("/people");
    }
}

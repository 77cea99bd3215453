package dev.payfleet.provider.larkspur;

import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import java.util.HashMap;
import java.util.Map;

/// The pages of employees, each opened once: a manager is named on many pages and is most often an employee as
/// well.
final class EmployeePages {

    private final Visit visit;
    private final Map<String, SitePage> byPayrollId = new HashMap<>();

    EmployeePages(Visit visit) {
        this.visit = visit;
    }

    SitePage of(String payrollId) {
        return byPayrollId.computeIfAbsent(payrollId, id -> LarkspurPages.open(visit, "employee", "/employees/" + id));
    }
}

package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Employee;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvTable;
import java.util.List;

/// All employees from one file, with the names of cost centres and places from two others.
final class EmployeesReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Employees asked = (ResourceQuery.Employees) query;
        List<CsvTable.Row> rows = RivermarkExports.employees(visit, EmployeeMapping.COLUMNS).stream()
                .filter(row -> asked.status().isEmpty()
                        || asked.status().get() == RivermarkWords.STATUS.read(row.cell("Status")))
                .toList();
        if (rows.isEmpty()) {
            return ReadResult.complete(List.<Employee>of());
        }
        EmployeeMapping mapping = new EmployeeMapping(visit, CostCentresReading.all(visit), BranchesReading.all(visit));
        return ReadResult.mapping(rows, mapping::employee);
    }
}

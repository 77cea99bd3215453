package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import java.util.HashMap;
import java.util.Map;

/// The pages of employees. Overviews are opened once each: whom people report to is named on many and is most often
/// an employee as well.
final class EmployeePages {

    private final Visit visit;
    private final Map<String, SitePage> overviews = new HashMap<>();

    EmployeePages(Visit visit) {
        this.visit = visit;
    }

    SitePage overview(String number) {
        return overviews.computeIfAbsent(number, id -> FernhillPages.open(visit, "employee", "/people/" + id));
    }

    SitePage pay(String number) {
        return FernhillPages.open(visit, "employee-pay", "/people/" + number + "/pay");
    }

    SitePage history(String number) {
        return FernhillPages.open(visit, "employee-history", "/people/" + number + "/history");
    }

    SitePage contacts(String number) {
        return FernhillPages.open(visit, "employee-contacts", "/people/" + number + "/contacts");
    }
}

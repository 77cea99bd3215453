package dev.payfleet.provider.meridian;

import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.SitePage;
import java.util.HashMap;
import java.util.Map;

/// The pages of employees, each opened once, with the numbers shown that are covered at first: a manager is named
/// on many pages and is most often an employee as well.
final class EmployeePages {

    private static final String SHOW = MeridianPages.part("reveal");

    private final VisitByPage visit;
    private final Map<String, SitePage> byId = new HashMap<>();

    EmployeePages(VisitByPage visit) {
        this.visit = visit;
    }

    SitePage of(String id) {
        return byId.computeIfAbsent(id, this::shown);
    }

    private SitePage shown(String id) {
        SitePage covered = MeridianPages.open(visit, "employee", "/people/" + id);
        covered.element(SHOW);
        visit.page().locator(SHOW).click();
        return MeridianPages.page("employee", visit.await("[data-covered=false]"));
    }
}

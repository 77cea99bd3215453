package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Company;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import java.util.List;

/// The one company that a person administers.
final class CompanyReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        SitePage page = LarkspurPages.open(visit, "company", "/company");
        Fields details = page.fields("dl#company");
        String reference = details.get("Reference").required();
        Company company = new Company(
                visit.idOf(RecordKind.COMPANY, reference),
                reference,
                details.get("Legal name").orNull(),
                details.get("Trading name").orNull(),
                details.get("PAYE reference").orNull(),
                LarkspurPages.address(page.fields("dl#registered-address")));
        return ReadResult.complete(List.of(company));
    }
}

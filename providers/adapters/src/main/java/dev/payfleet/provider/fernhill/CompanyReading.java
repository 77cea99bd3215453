package dev.payfleet.provider.fernhill;

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
        SitePage page = FernhillPages.open(visit, "company", "/company");
        Fields company = page.fields("dl#company");
        String number = company.get("Client number").required();
        return ReadResult.complete(List.of(new Company(
                visit.idOf(RecordKind.COMPANY, number),
                number,
                company.get("Legal name").orNull(),
                company.get("Operating name").orNull(),
                company.get("Business number").orNull(),
                FernhillPages.address(page.fields("dl#head-office")))));
    }
}

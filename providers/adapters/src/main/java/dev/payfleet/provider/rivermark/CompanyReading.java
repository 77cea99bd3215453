package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Company;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import java.util.List;

/// The one company that a person administers.
final class CompanyReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Fields company = RivermarkPages.open(visit, "mandant", "mandant").fields("dl#mandant");
        String number = company.get("Mandantennummer").required();
        return ReadResult.complete(List.of(new Company(
                visit.idOf(RecordKind.COMPANY, number),
                number,
                company.get("Firma").orNull(),
                company.get("Kurzbezeichnung").orNull(),
                company.get("Steuernummer").orNull(),
                RivermarkPages.address(company::get))));
    }
}

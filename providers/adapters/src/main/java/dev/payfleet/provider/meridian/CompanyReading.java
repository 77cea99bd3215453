package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Company;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Value;
import java.util.List;

/// The one company that a person administers.
final class CompanyReading {

    private CompanyReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        JsonValue json = MeridianApi.get(visit, "company", "/company");
        return company(
                visit,
                json.get("id"),
                json.get("legal_name"),
                json.get("dba_name"),
                json.get("ein"),
                RawAddress.of(json.get("address")));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        SitePage page = MeridianPages.open(visit, "company", "/company");
        Fields business = page.fields(MeridianPages.part("company"));
        return company(
                visit,
                business.get("Company ID"),
                business.get("Legal name"),
                business.get("Doing business as"),
                business.get("EIN"),
                RawAddress.of(page.fields(MeridianPages.part("company-address"))));
    }

    private static ReadResult company(
            Visit visit, Value id, Value legalName, Value dbaName, Value ein, RawAddress address) {
        String remoteId = id.required();
        return ReadResult.complete(List.of(new Company(
                visit.idOf(RecordKind.COMPANY, remoteId),
                remoteId,
                legalName.orNull(),
                dbaName.orNull(),
                ein.orNull(),
                address.address())));
    }
}

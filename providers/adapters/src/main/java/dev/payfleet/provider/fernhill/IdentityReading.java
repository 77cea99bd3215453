package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Identity;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import java.util.List;

/// Who is signed in.
final class IdentityReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Fields account = FernhillPages.open(visit, "account", "/account").fields("dl#account");
        return ReadResult.complete(List.of(new Identity(
                account.get("Name").required(),
                account.get("E-mail").required(),
                account.get("Mobile phone").orNull())));
    }
}

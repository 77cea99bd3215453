package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Identity;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import java.util.List;

/// Who is signed in, told in a shadow root of a frame.
final class IdentityReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Fields account = RivermarkPages.open(visit, "konto", "konto").fields("dl#konto");
        return ReadResult.complete(List.of(new Identity(
                account.get("Name").required(),
                account.get("E-Mail-Adresse").required(),
                account.get("Telefon").orNull())));
    }
}

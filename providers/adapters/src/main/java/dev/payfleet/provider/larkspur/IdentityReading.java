package dev.payfleet.provider.larkspur;

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
        Fields profile = LarkspurPages.open(visit, "profile", "/profile").fields("dl#profile");
        Identity identity = new Identity(
                profile.get("Name").required(),
                profile.get("E-mail").required(),
                profile.get("Phone").orNull());
        return ReadResult.complete(List.of(identity));
    }
}

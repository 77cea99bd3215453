package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Identity;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Value;
import java.util.List;

/// Who is signed in.
final class IdentityReading {

    private IdentityReading() {}

    static ReadResult byHttp(VisitByHttp visit, ResourceQuery query) {
        JsonValue me = MeridianApi.get(visit, "account", "/me");
        return identity(me.get("name"), me.get("email"), me.get("phone"));
    }

    static ReadResult byPage(VisitByPage visit, ResourceQuery query) {
        Fields profile = MeridianPages.open(visit, "account", "/account").fields(MeridianPages.part("profile"));
        return identity(profile.get("Name"), profile.get("Email"), profile.get("Phone"));
    }

    private static ReadResult identity(Value name, Value email, Value phone) {
        return ReadResult.complete(List.of(new Identity(name.required(), email.required(), phone.orNull())));
    }
}

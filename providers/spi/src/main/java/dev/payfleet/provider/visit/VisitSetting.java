package dev.payfleet.provider.visit;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PayrollProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What both kinds of visits need to know.
///
/// @param origins the wall
/// @param signs how a page tells what it is, from the provider's declaration
/// @param api how requests to the site's API are authorized
/// @param ids our ids of the connection's records
/// @param clock gives the time for cookies and `Retry-After`, and the day with its zone
/// @param gate asked before every request or navigation, redirects of requests included
/// @param timeout for each request with its whole body, and each step of a page
public record VisitSetting(
        Origins origins,
        List<PageSign> signs,
        Optional<ApiAccess> api,
        RecordIds ids,
        Clock clock,
        RequestGate gate,
        Duration timeout) {

    /// Copies.
    public VisitSetting {
        signs = List.copyOf(signs);
    }

    /// A visit to this provider.
    public static VisitSetting of(
            PayrollProvider provider, Origins origins, RecordIds ids, Clock clock, RequestGate gate, Duration timeout) {
        return new VisitSetting(origins, provider.declaration().signs(), provider.api(), ids, clock, gate, timeout);
    }
}

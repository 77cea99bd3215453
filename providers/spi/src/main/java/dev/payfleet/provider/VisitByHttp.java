package dev.payfleet.provider;

/// A visit by HTTP requests with the cookies and tokens of a stored session.
public interface VisitByHttp extends Visit {

    /// Sends a request to the site's API and returns the body of its answer. Cookies, and the token that
    /// [PayrollProvider#api()] names, go with it; a token that is not accepted any more is renewed once, where the
    /// provider says how. Origins, limits and troubles are those of [#open(String)].
    byte[] send(ApiRequest request);
}

package dev.payfleet.provider;

/// A visit by HTTP requests with the cookies of a stored session.
public interface VisitByHttp extends Visit {

    /// Fetches what is not a page, such as a PDF or JSON. Origins, limits and troubles are those of
    /// [#open(String)], but for signs in the body.
    byte[] download(String path);
}

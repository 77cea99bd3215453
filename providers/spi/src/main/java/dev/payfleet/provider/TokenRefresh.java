package dev.payfleet.provider;

import java.util.Map;
import java.util.stream.Stream;

/// How a new token is had for an old one, as data. Made when an API request is answered 401, once for each request;
/// refused, the session is signed out. What comes back is kept where the page would keep it, so that the next page
/// visit goes on with it.
///
/// @param path of the request, at the API's origin; it is a POST
/// @param body how the request is written
/// @param fixed members that are the same for everyone, such as `grant_type`
/// @param sent members whose values come from the browser's storage, such as `refresh_token`; empty where a cookie
///     does
/// @param kept members of the answer, with dots between levels, and where each is kept; a member that does not come
///     leaves what was kept before, but at least one must come
public record TokenRefresh(
        String path,
        Body body,
        Map<String, String> fixed,
        Map<String, StoredValue> sent,
        Map<String, StoredValue> kept) {

    /// How a request is written.
    public enum Body {
        /// A JSON object.
        JSON,
        /// `application/x-www-form-urlencoded`.
        FORM
    }

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public TokenRefresh {
        SignInRules.requirePath(path);
        fixed = Map.copyOf(fixed);
        sent = Map.copyOf(sent);
        kept = Map.copyOf(kept);
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("kept must say where the new token goes");
        }
        if (kept.values().stream().anyMatch(value -> value.area() == StoredValue.Area.COOKIE)) {
            throw new IllegalArgumentException("kept must be in a storage: cookies set themselves");
        }
        if (Stream.of(sent, kept)
                .flatMap(values -> values.values().stream())
                .anyMatch(value -> value.area() == StoredValue.Area.DATABASE)) {
            throw new IllegalArgumentException("sent and kept must not be in a database");
        }
    }
}

package dev.payfleet.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How requests to a site's API are authorized, as data: the token lies where the page keeps it, and the visit
/// puts it into a header. The adapter never sees it.
///
/// @param origin where the API is, a declared origin
/// @param under path that the API's paths begin with; the token is sent there and nowhere else
/// @param token where the page keeps the token
/// @param header name of the header that carries it
/// @param prefix what stands before it in the header, such as `Bearer ` with its space; may be empty
/// @param refresh how a new token is had for an old one; null where only a sign-in gives one
/// @param signs how an error tells what it means; the first that matches holds, and where none does, the status
///     alone: 401 that no refresh cures is signed out, 403 a missing permission, 429 too many requests, from 500 on
///     unavailable
public record ApiAccess(
        Origin origin,
        String under,
        StoredValue token,
        String header,
        String prefix,
        @Nullable TokenRefresh refresh,
        List<ApiSign> signs) {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public ApiAccess {
        SignInRules.requirePath(under);
        if (!header.matches("[A-Za-z0-9-]+") || header.equalsIgnoreCase("cookie")) {
            throw new IllegalArgumentException("header must be the name of a header, and not Cookie");
        }
        if (token.area() == StoredValue.Area.DATABASE) {
            throw new IllegalArgumentException("token must be in a cookie or a storage, not in a database");
        }
        signs = List.copyOf(signs);
    }

    /// `Authorization: Bearer` and the token.
    public static ApiAccess bearer(Origin origin, String under, StoredValue token) {
        return new ApiAccess(origin, under, token, "Authorization", "Bearer ", null, List.of());
    }

    /// The token in a header of its own, as sites do against forged requests.
    public static ApiAccess header(Origin origin, String under, StoredValue token, String header) {
        return new ApiAccess(origin, under, token, header, "", null, List.of());
    }

    /// The same, with a way to a new token.
    public ApiAccess refreshedBy(TokenRefresh way) {
        return new ApiAccess(origin, under, token, header, prefix, way, signs);
    }

    /// The same, with errors that tell what they mean.
    public ApiAccess telling(ApiSign... signs) {
        return new ApiAccess(origin, under, token, header, prefix, refresh, List.of(signs));
    }
}

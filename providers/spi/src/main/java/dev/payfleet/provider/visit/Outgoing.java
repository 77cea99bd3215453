package dev.payfleet.provider.visit;

import dev.payfleet.provider.ApiRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request on its way, without what the session adds to it.
///
/// @param contentType of the body; null for a GET
/// @param body null for a GET
/// @param headers the adapter's own
record Outgoing(
        URI address,
        String accept,
        @Nullable String contentType,
        @Nullable String body,
        Map<String, String> headers) {

    static Outgoing get(URI address, String accept) {
        return new Outgoing(address, accept, null, null, Map.of());
    }

    static Outgoing of(ApiRequest request, URI address) {
        return new Outgoing(address, "application/json", request.contentType(), request.body(), request.headers());
    }

    /// As a browser follows a redirect: only 307 and 308 send a body again.
    Outgoing redirected(URI next, int status) {
        boolean again = status == 307 || status == 308;
        return new Outgoing(next, accept, again ? contentType : null, again ? body : null, headers);
    }

    HttpRequest.Builder builder() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        request.setHeader("Accept", accept);
        headers.forEach(request::setHeader);
        if (body == null || contentType == null) {
            return request.GET();
        }
        return request.setHeader("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /// The page's name alone.
    @Override
    public String toString() {
        return "Outgoing[" + PageName.of(address) + "]";
    }
}

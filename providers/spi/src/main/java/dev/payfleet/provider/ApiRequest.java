package dev.payfleet.provider;

import dev.payfleet.provider.json.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request for data that is no page. Cookies and authorization are the visit's to add.
///
/// @param name what failures call the answer; static, such as `employees`
/// @param path a path at the primary origin with its query, or an address at a declared one
/// @param contentType of the body; null for a GET
/// @param body what is posted; null for a GET
/// @param headers further ones, the same for everyone
public record ApiRequest(
        String name,
        String path,
        @Nullable String contentType,
        @Nullable String body,
        Map<String, String> headers) {

    private static final Set<String> THE_VISITS_OWN =
            Set.of("authorization", "cookie", "host", "user-agent", "content-type", "content-length");

    /// Throws [IllegalArgumentException] for a header that is the visit's to set.
    public ApiRequest {
        headers = Map.copyOf(headers);
        if ((contentType == null) != (body == null)) {
            throw new IllegalArgumentException("contentType must be given with a body, and only then");
        }
        headers.keySet().forEach(header -> {
            if (THE_VISITS_OWN.contains(header.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("header is the visit's to set: " + header);
            }
        });
    }

    /// A GET.
    public static ApiRequest get(String name, String path) {
        return new ApiRequest(name, path, null, null, Map.of());
    }

    /// A POST of a JSON object.
    ///
    /// @param members texts, numbers, booleans, nulls, and maps and lists of them
    public static ApiRequest postJson(String name, String path, Map<String, ?> members) {
        return new ApiRequest(name, path, "application/json", JsonText.write(members), Map.of());
    }

    /// A POST of a form.
    public static ApiRequest postForm(String name, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new ApiRequest(name, path, "application/x-www-form-urlencoded", body, Map.of());
    }

    /// A GraphQL query.
    public static ApiRequest graphQl(String name, String path, String query, Map<String, ?> variables) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("query", query);
        members.put("variables", Collections.unmodifiableMap(variables));
        return postJson(name, path, members);
    }

    /// The same with one more header.
    public ApiRequest header(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiRequest(name, path, contentType, body, more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The name alone: path and body may hold ids of a person's records.
    @Override
    public String toString() {
        return "ApiRequest[" + name + "]";
    }
}

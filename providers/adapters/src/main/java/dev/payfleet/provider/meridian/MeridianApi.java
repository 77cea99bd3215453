package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.reading.JsonPages;
import dev.payfleet.provider.reading.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the interface behind the pages is asked.
final class MeridianApi {

    static final String PREFIX = "/api/v1";

    /// 25 records an answer: 400 answers are a company of 10,000 people.
    private static final JsonPages LISTS = new JsonPages("data", 400);

    private MeridianApi() {}

    static JsonValue get(VisitByHttp visit, String name, String path) {
        return JsonValue.open(visit, ApiRequest.get(name, PREFIX + path));
    }

    /// All records of a list, answer after answer.
    static List<JsonValue> list(VisitByHttp visit, String name, String path) {
        return LISTS.byCursor(visit, "next_cursor", cursor -> ApiRequest.get(name, PREFIX + at(path, cursor)));
    }

    private static String at(String path, @Nullable String cursor) {
        if (cursor == null) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    /// The id of the record that a member refers to, or null where it refers to none.
    static @Nullable String idOrNull(JsonValue reference) {
        return reference.isNull() ? null : reference.get("id").required();
    }
}

package dev.payfleet.provider.reading;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.VisitByHttp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A list that an API spreads over several answers.
public final class JsonPages {

    private final String items;
    private final int most;

    /// How an API writes its lists.
    ///
    /// @param items where the items of one answer are, with dots between levels, such as `data`
    /// @param most answers after which a list is taken for endless
    public JsonPages(String items, int most) {
        this.items = items;
        this.most = most;
    }

    /// All items of a list whose every answer names the place where the next begins.
    ///
    /// @param next where that is in an answer, such as `meta.next_cursor`; null, missing or empty in the last
    /// @param request for the answer at a place; null for the first
    /// @throws dev.payfleet.provider.ProviderException of a changed layout where a place comes again, or there is
    ///     no end
    public List<JsonValue> byCursor(VisitByHttp visit, String next, Function<@Nullable String, ApiRequest> request) {
        List<JsonValue> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String cursor = null;
        for (int count = 0; count < most; count++) {
            JsonValue answer = JsonValue.open(visit, request.apply(cursor));
            all.addAll(at(answer, items).items());
            JsonValue place = at(answer, next);
            cursor = place.orNull();
            if (cursor == null) {
                return all;
            }
            if (!seen.add(cursor)) {
                throw place.changed("a place that was not there before");
            }
            if (count == most - 1) {
                throw place.changed("at most " + most + " answers");
            }
        }
        return all;
    }

    /// All items of a list whose answers are numbered, from 1, and tell how many there are.
    ///
    /// @param pages where that is in an answer, such as `page.total`
    /// @param request for the answer of a number
    /// @throws dev.payfleet.provider.ProviderException of a changed layout where there are too many
    public List<JsonValue> byNumber(VisitByHttp visit, String pages, IntFunction<ApiRequest> request) {
        List<JsonValue> all = new ArrayList<>();
        long last = 1;
        for (int number = 1; number <= last; number++) {
            JsonValue answer = JsonValue.open(visit, request.apply(number));
            all.addAll(at(answer, items).items());
            JsonValue total = at(answer, pages);
            last = total.integer();
            if (last > most) {
                throw total.changed("at most " + most + " pages");
            }
        }
        return all;
    }

    private static JsonValue at(JsonValue answer, String path) {
        JsonValue place = answer;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            place = last ? place.find(names[i]) : place.get(names[i]);
        }
        return place;
    }
}

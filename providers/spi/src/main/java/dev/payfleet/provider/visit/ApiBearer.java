package dev.payfleet.provider.visit;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.TokenRefresh;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.json.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Knows which requests carry the token of a site's API, and how a new one is asked for.
final class ApiBearer {

    private final ApiAccess api;
    private final Origins origins;
    private final CookieJar cookies;
    private final WebStorage storage;
    private final Origin baseOrigin;
    private final String basePath;

    ApiBearer(ApiAccess api, Origins origins, CookieJar cookies, WebStorage storage) {
        this.api = api;
        this.origins = origins;
        this.cookies = cookies;
        this.storage = storage;
        URI base = resolved(api.under());
        this.baseOrigin = Origin.of(base);
        this.basePath = CookieScope.pathOf(base);
    }

    /// Whether a request to this address carries the token. Nothing else ever does.
    boolean isFor(URI address) {
        return baseOrigin.isOriginOf(address) && CookieScope.pathMatches(basePath, CookieScope.pathOf(address));
    }

    String header() {
        return api.header();
    }

    /// What the header holds; null where the session keeps no token.
    @Nullable
    String headerValueOrNull() {
        String token = valueOrNull(api.token());
        return token == null || token.chars().anyMatch(c -> c < 0x20 || c == 0x7f) ? null : api.prefix() + token;
    }

    /// Whether a new token can be asked for.
    boolean mayRenew() {
        TokenRefresh refresh = api.refresh();
        return refresh != null && refresh.sent().values().stream().allMatch(value -> valueOrNull(value) != null);
    }

    URI refreshAddress() {
        return resolved(refresh().path());
    }

    String refreshType() {
        return switch (refresh().body()) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
        };
    }

    String refreshBody() {
        Map<String, String> members = new LinkedHashMap<>(refresh().fixed());
        refresh().sent().forEach((name, value) -> members.put(name, String.valueOf(valueOrNull(value))));
        return switch (refresh().body()) {
            case JSON -> JsonText.write(members);
            case FORM ->
                members.entrySet().stream()
                        .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                        .collect(Collectors.joining("&"));
        };
    }

    /// Keeps what the answer to a refresh brought, where the page would keep it.
    void keep(byte[] answer) {
        Object json;
        try {
            json = JsonText.parse(answer);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(new Trouble.LayoutChanged("token refresh", "JSON"), e);
        }
        boolean some = false;
        for (Map.Entry<String, StoredValue> each : refresh().kept().entrySet()) {
            String text = JsonMember.textOrNull(json, each.getKey());
            if (text != null) {
                storage.put(each.getValue(), inForce(each.getValue()), text);
                some = true;
            }
        }
        if (!some) {
            String members = refresh().kept().keySet().stream().sorted().collect(Collectors.joining(" or "));
            throw new ProviderException(new Trouble.LayoutChanged("token refresh", members));
        }
    }

    private @Nullable String valueOrNull(StoredValue value) {
        return value.area() == StoredValue.Area.COOKIE
                ? cookies.valueOrNull(value.name(), resolved(api.under()))
                : storage.get(value, inForce(value));
    }

    private Origin inForce(StoredValue value) {
        return value.origin() == null
                ? origins.primary()
                : Origin.of(origins.resolve(value.origin().resolve("/").toString()));
    }

    private URI resolved(String path) {
        return origins.resolve(api.origin().resolve(path).toString());
    }

    private TokenRefresh refresh() {
        TokenRefresh refresh = api.refresh();
        if (refresh == null) {
            throw new IllegalStateException("the provider says of no way to a new token");
        }
        return refresh;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

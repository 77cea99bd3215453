package dev.payfleet.worker.http;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.SessionEnd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The end that a stored session carries: of a site with an API, its token's `exp` (a JWT, RFC 7519) where no other
/// token can be had for it; of any other, the end of its last cookie. A cookie without an end ends with the browser,
/// which is to say that nothing is known. Which cookie it is that matters, nobody tells, so it is the last that
/// counts: a session is never given up for an advertisement's cookie.
public final class CarriedEnd implements SessionEnd {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Optional<Instant> of(PayrollProvider provider, Secret state) {
        BrowserState read = BrowserState.read(state);
        return provider.api().map(api -> ofToken(api, read)).orElseGet(() -> ofCookies(read.cookies()));
    }

    private static Optional<Instant> ofCookies(List<Cookie> cookies) {
        List<Instant> ends =
                cookies.stream().map(Cookie::expires).filter(Objects::nonNull).toList();
        return ends.size() < cookies.size() ? Optional.empty() : ends.stream().max(Instant::compareTo);
    }

    private static Optional<Instant> ofToken(ApiAccess api, BrowserState state) {
        return api.refresh() == null ? value(api.token(), state).flatMap(CarriedEnd::expiry) : Optional.empty();
    }

    private static Optional<String> value(StoredValue where, BrowserState state) {
        return switch (where.area()) {
            case COOKIE ->
                state.cookies().stream()
                        .filter(cookie -> cookie.name().equals(where.name()))
                        .map(Cookie::value)
                        .findFirst();
            case LOCAL_STORAGE -> stored(where, state.local().values());
            case SESSION_STORAGE -> stored(where, state.session().values());
            case DATABASE -> Optional.empty();
        };
    }

    private static Optional<String> stored(StoredValue where, Collection<Map<String, String>> items) {
        return items.stream()
                .map(of -> of.get(where.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> where.member() == null ? text : member(text, where.member()));
    }

    private static String member(String json, String path) {
        try {
            JsonNode node = JSON.readTree(json);
            for (String name : path.split("\\.", -1)) {
                node = node.path(name);
            }
            return node.asString("");
        } catch (JacksonException none) {
            return "";
        }
    }

    private static Optional<Instant> expiry(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            JsonNode end = claims.path("exp");
            return end.isNumber() ? Optional.of(Instant.ofEpochSecond(end.asLong())) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException noJwt) {
            return Optional.empty();
        }
    }
}

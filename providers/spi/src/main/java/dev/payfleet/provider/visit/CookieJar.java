package dev.payfleet.provider.visit;

import dev.payfleet.provider.Origin;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cookies of one session (RFC 6265, sections 5.3 and 5.4). Not for several threads.
///
/// The JDK's own `CookieManager` is not used, because it takes the time from the system and keeps no storage
/// state.
public final class CookieJar {

    /// What browsers keep for one site at least (RFC 6265, section 6.1, asks for 50); more is dropped, oldest
    /// first.
    private static final int MOST = 180;

    private final List<Cookie> cookies = new ArrayList<>();
    private final InstantSource time;

    /// A jar with the cookies of a stored session.
    public CookieJar(List<Cookie> stored, InstantSource time) {
        this.time = time;
        stored.forEach(this::keep);
    }

    /// What the jar holds now, for the session store. Expired cookies are left out.
    public List<Cookie> cookies() {
        return cookies.stream()
                .filter(cookie -> !cookie.isExpired(time.instant()))
                .toList();
    }

    /// The value of the `Cookie` header for an address; empty where no cookie is for it.
    String headerFor(URI address) {
        if (cookies.isEmpty()) {
            return "";
        }
        Instant now = time.instant();
        Origin origin = Origin.of(address);
        return cookies.stream()
                .filter(cookie -> !cookie.isExpired(now) && CookieScope.admits(cookie, origin, address))
                .sorted(Comparator.comparingInt((Cookie cookie) -> cookie.path().length())
                        .reversed())
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    /// The value of a cookie that is for an address; null where there is none of that name.
    @Nullable
    String valueOrNull(String name, URI address) {
        Instant now = time.instant();
        return cookies.stream()
                .filter(cookie -> cookie.name().equals(name))
                .filter(cookie -> !cookie.isExpired(now) && CookieScope.admits(cookie, address))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }

    /// Keeps what an answer from an address sets; a cookie that is not the answerer's to set is ignored.
    void receive(URI address, List<String> setCookieHeaders) {
        for (String header : setCookieHeaders) {
            SetCookie.read(header, address, time.instant()).ifPresent(this::keep);
        }
    }

    private void keep(Cookie cookie) {
        cookies.removeIf(cookie::isSameAs);
        if (!cookie.isExpired(time.instant())) {
            cookies.add(cookie);
        }
        while (cookies.size() > MOST) {
            cookies.removeFirst();
        }
    }

    /// The names alone.
    @Override
    public String toString() {
        return cookies.stream().map(Cookie::name).collect(Collectors.joining(", ", "CookieJar[", "]"));
    }
}

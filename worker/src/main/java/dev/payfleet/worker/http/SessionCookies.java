package dev.payfleet.worker.http;

import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Secret;
import java.util.List;

/// The cookies of a session that is in use: as good as a password, so they are known to the scrubber for as long.
public final class SessionCookies implements AutoCloseable {
    private final List<KnownSecrets.Registration> registrations;

    private SessionCookies(List<KnownSecrets.Registration> registrations) {
        this.registrations = registrations;
    }

    /// Makes the cookies of a storage state known until this is closed.
    public static SessionCookies inUse(Secret state, KnownSecrets secrets) {
        return inUse(StorageState.cookies(state), secrets);
    }

    /// The same for cookies that were taken out of a storage state already.
    static SessionCookies inUse(List<Cookie> cookies, KnownSecrets secrets) {
        return new SessionCookies(
                cookies.stream().map(Cookie::value).map(secrets::add).toList());
    }

    @Override
    public void close() {
        registrations.forEach(KnownSecrets.Registration::close);
    }
}

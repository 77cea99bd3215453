package dev.payfleet.worker.http;

import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Cookies and tokens of a session that is in use: as good as a password, so they are known to the scrubber for as
/// long. Confined to the thread of the visit.
public final class SessionSecrets implements AutoCloseable {
    /// What is shorter is no token: a language, a theme, a flag, whose words would be missing from every log.
    private static final int SHORTEST_TOKEN = 12;

    private final KnownSecrets secrets;
    private final List<KnownSecrets.Registration> registrations = new ArrayList<>();

    private SessionSecrets(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    /// Makes what a stored state holds known until this is closed.
    public static SessionSecrets inUse(Secret state, KnownSecrets secrets) {
        return inUse(BrowserState.read(state), secrets);
    }

    /// The same for a state that was read already.
    static SessionSecrets inUse(BrowserState state, KnownSecrets secrets) {
        SessionSecrets inUse = new SessionSecrets(secrets);
        state.cookies().stream().map(Cookie::value).forEach(inUse::register);
        Stream.of(state.local(), state.session())
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(inUse::add);
        return inUse;
    }

    /// Makes one more known: a token that was renewed.
    void add(String value) {
        if (value.length() >= SHORTEST_TOKEN) {
            register(value);
            JsonTexts.in(value).filter(text -> text.length() >= SHORTEST_TOKEN).forEach(this::register);
        }
    }

    private void register(String value) {
        registrations.add(secrets.add(value));
    }

    @Override
    public void close() {
        registrations.forEach(KnownSecrets.Registration::close);
    }
}

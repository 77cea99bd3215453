package dev.payfleet.session.aws;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// What a person leaves with us, small or large.
///
/// @param size of session, trust and result in characters
record Person(ConnectionKey key, int size) {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final String PROVIDER = "larkspur";
    static final int LARGE = 50_000;

    static Person small(String name) {
        return new Person(new ConnectionKey("acme", name), 100);
    }

    static Person large(String name) {
        return new Person(new ConnectionKey("acme", name), LARGE);
    }

    ResultKey question() {
        return new ResultKey(key, PROVIDER, "company");
    }

    void connect(AwsSessions stores) {
        stores.connections().connect(key, PROVIDER, credential(), NOW);
    }

    static Credential credential() {
        return new Credential(Secret.of("user"), Secret.of("password"));
    }

    /// Connects and fills every store.
    ///
    /// @return the claim
    long fill(AwsSessions stores) {
        connect(stores);
        long fence = stores.sessions().claim(key);
        stores.sessions().save(key, fence, session());
        stores.trusts().save(key, fence, trust());
        stores.results().put(question(), result(), fence);
        return fence;
    }

    StoredSession session() {
        return new StoredSession(Secret.of("s".repeat(size)), NOW, NOW.plusSeconds(60), "Agent/1");
    }

    StoredTrust trust() {
        return new StoredTrust(Secret.of("t".repeat(size)), NOW, NOW.plusSeconds(60));
    }

    CachedResult result() {
        return new CachedResult(
                "r".repeat(size).getBytes(StandardCharsets.UTF_8),
                1,
                false,
                NOW,
                NOW.plus(Duration.ofHours(1)),
                "http");
    }
}

package dev.payfleet.session;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.aws.AwsUnderTest;
import dev.payfleet.session.embedded.EmbeddedUnderTest;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.RotationWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/// Prints how many records a second a rotation seals anew, on the embedded engine and on this machine's servers.
/// Started by hand; its figures are of the machine and the moment, so nothing is asserted.
public final class KeyRotationBench {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int SIZE = 10_000;

    private KeyRotationBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (EmbeddedUnderTest embedded = EmbeddedUnderTest.in(Files.createTempDirectory("payfleet-bench"))) {
            measure("embedded", embedded, 1000);
        }
        try (AwsUnderTest aws = AwsUnderTest.fresh()) {
            measure("aws", aws, 100);
        }
    }

    private static void measure(String side, StoresUnderTest stores, int people) throws InterruptedException {
        for (int i = 0; i < people; i++) {
            fill(stores, new ConnectionKey("acme", "person-" + i));
        }
        KeyRotation _ = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
        long begin = System.nanoTime();
        int uses = stores.keys().status().size();
        Duration status = Duration.ofNanos(System.nanoTime() - begin);
        KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
        System.out.printf(
                "%s: %d records of %d bytes sealed anew in %d ms, %.0f a second; status of %d keys in %d ms%n",
                side,
                rotation.total(),
                SIZE,
                rotation.took().toMillis(),
                rotation.total() * 1000.0 / rotation.took().toMillis(),
                uses,
                status.toMillis());
    }

    private static void fill(StoresUnderTest stores, ConnectionKey key) {
        stores.connections().connect(key, "larkspur", new Credential(Secret.of("user"), Secret.of("password")), NOW);
        long fence = stores.sessions().claim(key);
        stores.sessions()
                .save(key, fence, new StoredSession(Secret.of("s".repeat(SIZE)), NOW, NOW.plusSeconds(60), null));
        stores.results()
                .put(
                        new ResultKey(key, "larkspur", "company"),
                        new CachedResult(new byte[SIZE], 1, false, NOW, NOW.plusSeconds(3600), "http"),
                        fence);
    }
}

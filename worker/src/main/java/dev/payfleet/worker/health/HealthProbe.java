package dev.payfleet.worker.health;

import java.nio.file.Path;
import java.time.Instant;

/// What a container's engine runs twice a minute: says how the worker of `PAYFLEET_HOME` is and ends with
/// [Health#exitCode]. A program of its own, because the command line's classes would cost more than the look.
public final class HealthProbe {
    private HealthProbe() {}

    /// Takes no arguments.
    public static void main(String[] arguments) {
        Path home = Path.of(System.getenv().getOrDefault("PAYFLEET_HOME", ".payfleet"));
        Health health = new HealthFile(home).read(Instant.now());
        System.out.println(health.line());
        System.exit(health.exitCode());
    }
}

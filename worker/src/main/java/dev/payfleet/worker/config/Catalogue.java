package dev.payfleet.worker.config;

import dev.payfleet.provider.Origin;
import dev.payfleet.worker.config.Setting.Group;
import dev.payfleet.worker.config.WorkerConfig.BrowserKind;
import dev.payfleet.worker.config.WorkerConfig.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every setting there is, in the order in which people are shown them. README.md has the same table, and a test
/// compares the two. A new setting is a constant here, a line in the list and a use in [Assembly].
public final class Catalogue {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /// The longest that SQS lets a message be invisible; the embedded queue is held to the same.
    private static final Duration MOST_VISIBILITY = Duration.ofHours(12);

    static final Setting<Path> CONFIG = Setting.maybe(
            "PAYFLEET_CONFIG",
            Group.WORKER,
            "a file of settings, `key = value` a line; the environment beats it",
            Kind.path(),
            "none");

    static final Setting<Path> JAVA_HOME = Setting.maybe(
            "PAYFLEET_JAVA_HOME",
            Group.WORKER,
            "which JDK 25 the script runs; read by it alone",
            Kind.path(),
            "looked for");

    /// The script says by a property where it lies. Were that a variable, a line of the file could not beat it.
    static final Setting<Path> HOME = new Setting<>(
            "PAYFLEET_HOME",
            Group.WORKER,
            "where the worker keeps its files, and the embedded engine all of them",
            Kind.path(),
            Optional.of(System.getProperty("payfleet.home", ".payfleet")),
            "`.payfleet` beside the script");

    static final Setting<EngineKind> ENGINE = Setting.usually(
            "PAYFLEET_ENGINE",
            Group.WORKER,
            "what the fleet runs on: this machine, or AWS",
            Kind.oneOf(EngineKind.class),
            "embedded");

    static final Setting<Integer> LANES = new Setting<>(
            "PAYFLEET_LANES",
            Group.WORKER,
            "browsers at once",
            Kind.number(1, 64),
            Optional.of(String.valueOf(Math.min(64, Runtime.getRuntime().availableProcessors()))),
            "the number of cores");

    static final Setting<Integer> LANE_SUBSTITUTES = new Setting<>(
            "PAYFLEET_LANE_SUBSTITUTES",
            Group.WORKER,
            "browsers more, lent while others keep a page open for a person",
            Kind.number(0, 64),
            Optional.of(String.valueOf(Math.min(64, Runtime.getRuntime().availableProcessors()))),
            "the number of cores");

    static final Setting<Integer> JOBS_IN_FLIGHT = Setting.usually(
            "PAYFLEET_JOBS_IN_FLIGHT",
            Group.WORKER,
            "jobs at once, lanes and HTTP reads together",
            Kind.number(1, 10_000),
            "32");

    static final Setting<BrowserKind> BROWSER_KIND = Setting.usually(
            "PAYFLEET_BROWSER_KIND",
            Group.WORKER,
            "which Chromium; the headless shell takes a quarter of the CPU",
            Kind.oneOf(BrowserKind.class),
            "headless-shell");

    static final Setting<Path> BROWSER =
            Setting.maybe("PAYFLEET_BROWSER", Group.WORKER, "path of a Chromium", Kind.path(), "looked for");

    static final Setting<Boolean> SANDBOX = Setting.usually(
            "PAYFLEET_SANDBOX",
            Group.WORKER,
            "`off` runs Chromium without its own sandbox, and warns of it at each start; as root it cannot be on, and `work`"
                    + " refuses to start",
            Kind.onOrOff(),
            "on");

    static final Setting<List<String>> PROXY = Setting.maybe(
            "PAYFLEET_PROXY", Group.WORKER, "the way out", Addresses.hostsAndPorts(), "unset: `work` refuses to start");

    static final Setting<String> PROXY_USER = Setting.usually(
            "PAYFLEET_PROXY_USER",
            Group.WORKER,
            "user name; `{connection}` becomes a stable word of the connection's own",
            Kind.text("a user name without a colon", "[^:\\p{Cntrl}]+"),
            "{connection}");

    static final Setting<Path> PROXY_PASSWORD_FILE = Setting.maybe(
            "PAYFLEET_PROXY_PASSWORD_FILE",
            Group.WORKER,
            "a file that holds the proxy's password",
            Kind.secretFile(),
            "none: the proxy asks for nothing");

    static final Setting<Boolean> DIRECT =
            Setting.usually("PAYFLEET_DIRECT", Group.WORKER, "goes without a proxy", Kind.flag(), "false");

    static final Setting<Map<Origin, Origin>> ORIGINS = Setting.maybe(
            "PAYFLEET_ORIGINS", Group.WORKER, "stand-ins, for simulated sites", Addresses.standIns(), "none");

    static final Setting<Duration> VISIBILITY = Setting.usually(
            "PAYFLEET_VISIBILITY",
            Group.WORKER,
            "how long a job is a worker's before its lease must have been extended",
            TimeSpan.between(SECOND, MOST_VISIBILITY),
            "60s");

    static final Setting<Duration> STUCK_AFTER = Setting.usually(
            "PAYFLEET_STUCK_AFTER",
            Group.WORKER,
            "how long a job or a page may stay at one step",
            TimeSpan.between(SECOND, Duration.ofHours(1)),
            "60s");

    static final Setting<Duration> RESULT_TTL = Setting.usually(
            "PAYFLEET_RESULT_TTL", Group.WORKER, "how long a result is kept", TimeSpan.belowDays(14), "1h");

    /// A few thousand typical results, so that little of anybody's pay lies open in memory.
    static final Setting<Integer> RESULT_MEMORY = Setting.usually(
            "PAYFLEET_RESULT_MEMORY",
            Group.WORKER,
            "how much memory results may take that were asked for in the last five minutes; `0` holds none",
            Kind.bytes(0, 1 << 30),
            "8388608");

    static final Setting<Duration> PATIENCE = Setting.usually(
            "PAYFLEET_PATIENCE",
            Group.WORKER,
            "how long running jobs may take to end after a stop",
            TimeSpan.between(SECOND, Duration.ofHours(1)),
            "30s");

    static final Setting<Boolean> REFRESH = Setting.usually(
            "PAYFLEET_REFRESH",
            Group.REFRESHES,
            "whether the fleet renews sessions ahead of their end, of its own accord; not with `work --until-empty`",
            Kind.onOrOff(),
            "on");

    static final Setting<Duration> REFRESH_MARGIN = Setting.usually(
            "PAYFLEET_REFRESH_MARGIN",
            Group.REFRESHES,
            "how long before its end a session is renewed at the latest; of a short one at most a quarter",
            TimeSpan.between(Duration.ofMinutes(1), Duration.ofHours(1)),
            "5m");

    static final Setting<Duration> REFRESH_UNUSED_AFTER = Setting.usually(
            "PAYFLEET_REFRESH_UNUSED_AFTER",
            Group.REFRESHES,
            "how long a connection may go unused before its session is left to end",
            TimeSpan.between(Duration.ofHours(1), Duration.ofDays(90)),
            "168h");

    static final Setting<Integer> REFRESH_SHARE = Setting.usually(
            "PAYFLEET_REFRESH_SHARE",
            Group.REFRESHES,
            "how much of a provider's polite rate refreshes may take, in percent",
            Kind.number(1, 100),
            "50");

    static final Setting<String> SENTRY_DSN = Setting.maybe(
            "PAYFLEET_SENTRY_DSN",
            Group.WORKER,
            "where faults of our own are reported to, scrubbed",
            Addresses.errorReports(),
            "none: nowhere");

    static final Setting<Path> GRANT_KEYS = Setting.maybe(
            "PAYFLEET_GRANT_KEYS",
            Group.GRANTS,
            "a JWKS file with the public keys that grants are signed with; read anew when it changes",
            Kind.path(),
            "none: grants are not asked for, which AWS refuses");

    static final Setting<String> GRANT_ISSUER = Setting.maybe(
            "PAYFLEET_GRANT_ISSUER",
            Group.GRANTS,
            "who signs grants: their `iss`",
            Kind.text("one line of text", "\\P{Cntrl}+"),
            "none; needed with the keys");

    private static final List<Setting<?>> OWN = List.of(
            CONFIG,
            JAVA_HOME,
            HOME,
            ENGINE,
            LANES,
            LANE_SUBSTITUTES,
            JOBS_IN_FLIGHT,
            BROWSER_KIND,
            BROWSER,
            SANDBOX,
            PROXY,
            PROXY_USER,
            PROXY_PASSWORD_FILE,
            DIRECT,
            ORIGINS,
            VISIBILITY,
            STUCK_AFTER,
            RESULT_TTL,
            RESULT_MEMORY,
            PATIENCE,
            SENTRY_DSN,
            GRANT_KEYS,
            GRANT_ISSUER,
            REFRESH,
            REFRESH_MARGIN,
            REFRESH_UNUSED_AFTER,
            REFRESH_SHARE);

    private static final List<Setting<?>> ALL =
            Stream.concat(OWN.stream(), AwsCatalogue.ALL.stream()).toList();

    private Catalogue() {}

    /// All settings, in the order in which people are shown them.
    public static List<Setting<?>> all() {
        return ALL;
    }

    /// The setting of that name, as a variable or as a key in a file.
    public static Optional<Setting<?>> find(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name) || setting.key().equals(name))
                .findFirst();
    }
}

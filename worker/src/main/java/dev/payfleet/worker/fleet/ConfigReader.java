package dev.payfleet.worker.fleet;

import dev.payfleet.provider.Origin;
import dev.payfleet.worker.fleet.WorkerConfig.BrowserKind;
import dev.payfleet.worker.fleet.WorkerConfig.Egress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads settings from variables and collects what is wrong with them, so that a person learns of every fault at once.
final class ConfigReader {
    private static final Duration RESULT_CEILING = Duration.ofDays(14);

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    private ConfigReader(Map<String, String> environment) {
        this.environment = environment;
    }

    static WorkerConfig read(Map<String, String> environment) {
        return new ConfigReader(environment).read();
    }

    private WorkerConfig read() {
        int lanes = number("PAYFLEET_LANES", Runtime.getRuntime().availableProcessors(), 1, 64);
        Duration visibility = duration("PAYFLEET_VISIBILITY", Duration.ofSeconds(60));
        WorkerConfig config = new WorkerConfig(
                Path.of(environment.getOrDefault("PAYFLEET_HOME", ".payfleet")).toAbsolutePath(),
                lanes,
                number("PAYFLEET_JOBS_IN_FLIGHT", 32, 1, 10_000),
                value("PAYFLEET_BROWSER_KIND", BrowserKind.HEADLESS_SHELL, ConfigReader::browserKind),
                Optional.ofNullable(environment.get("PAYFLEET_BROWSER")).map(Path::of),
                egress(),
                value("PAYFLEET_ORIGINS", Map.of(), ConfigReader::standIns),
                visibility,
                duration("PAYFLEET_STUCK_AFTER", Duration.ofSeconds(60)),
                value("PAYFLEET_RESULT_TTL", Duration.ofHours(1), ConfigReader::resultTimeToLive),
                duration("PAYFLEET_PATIENCE", Duration.ofSeconds(30)),
                Optional.ofNullable(environment.get("PAYFLEET_SENTRY_DSN")),
                value("PAYFLEET_SANDBOX", true, ConfigReader::sandbox));
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return config;
    }

    private Egress egress() {
        String proxies = environment.getOrDefault("PAYFLEET_PROXY", "");
        boolean direct = "true".equals(environment.get("PAYFLEET_DIRECT"));
        if (direct && !proxies.isBlank()) {
            faults.add("PAYFLEET_DIRECT: expected it unset where PAYFLEET_PROXY is set");
        }
        if (proxies.isBlank()) {
            return direct ? new Egress.Direct() : new Egress.Unset();
        }
        return new Egress.Proxied(
                List.of(proxies.split(",")),
                environment.getOrDefault("PAYFLEET_PROXY_USER", "{connection}"),
                Optional.ofNullable(environment.get("PAYFLEET_PROXY_PASSWORD_FILE"))
                        .map(Path::of));
    }

    private static BrowserKind browserKind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "headless-shell" -> BrowserKind.HEADLESS_SHELL;
            case "full" -> BrowserKind.FULL;
            default -> throw new IllegalArgumentException("expected headless-shell or full");
        };
    }

    private static boolean sandbox(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("expected on or off");
        };
    }

    private static Map<Origin, Origin> standIns(String text) {
        Map<Origin, Origin> standIns = new HashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("expected DECLARED=LOOPBACK pairs, separated by commas");
            }
            Origin loopback = Origin.of(pair.substring(equals + 1).strip());
            if (!loopback.isLoopback()) {
                throw new IllegalArgumentException("expected a loopback origin to stand in, for simulated sites only");
            }
            standIns.put(Origin.of(pair.substring(0, equals).strip()), loopback);
        }
        return standIns;
    }

    private static Duration resultTimeToLive(String text) {
        Duration duration = parse(text);
        if (duration.compareTo(RESULT_CEILING) >= 0) {
            throw new IllegalArgumentException("expected less than 14 days");
        }
        return duration;
    }

    private Duration duration(String name, Duration usual) {
        return value(name, usual, ConfigReader::parse);
    }

    private int number(String name, int usual, int least, int most) {
        return value(name, usual, text -> {
            int number;
            try {
                number = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number", e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("expected %d to %d".formatted(least, most));
            }
            return number;
        });
    }

    private <T> T value(String name, T usual, Function<String, T> reading) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            faults.add(name + ": " + e.getMessage());
            return usual;
        }
    }

    /// `30s`, `10m`, `1h`, `90m30s`, or ISO 8601 (`PT30S`).
    private static Duration parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("expected a time longer than nothing");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a time such as 30s, 10m or 1h", e);
        }
    }
}

package dev.payfleet.worker.config;

import dev.payfleet.worker.config.AwsSettings.Service;
import dev.payfleet.worker.config.WorkerConfig.Egress;
import dev.payfleet.worker.config.WorkerConfig.Engine;
import dev.payfleet.worker.config.WorkerConfig.GrantSettings;
import dev.payfleet.worker.refresh.RefreshRules;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what was read together, and looks whether it goes together.
final class Assembly {
    private final Reading reading;

    Assembly(Reading reading) {
        this.reading = reading;
    }

    /// @throws ConfigException names every fault
    WorkerConfig config() {
        Engine engine = engine();
        Optional<GrantSettings> grants = grants();
        Egress egress = egress();
        if (!reading.faults().isEmpty()) {
            throw new ConfigException(reading.faults());
        }
        return new WorkerConfig(
                reading.value(Catalogue.HOME).toAbsolutePath(),
                engine,
                reading.value(Catalogue.LANES),
                reading.value(Catalogue.LANE_SUBSTITUTES),
                reading.value(Catalogue.JOBS_IN_FLIGHT),
                reading.value(Catalogue.BROWSER_KIND),
                reading.maybe(Catalogue.BROWSER),
                egress,
                reading.maybe(Catalogue.ORIGINS).orElse(Map.of()),
                reading.value(Catalogue.VISIBILITY),
                reading.value(Catalogue.STUCK_AFTER),
                reading.value(Catalogue.RESULT_TTL),
                reading.value(Catalogue.RESULT_MEMORY),
                reading.value(Catalogue.PATIENCE),
                reading.maybe(Catalogue.SENTRY_DSN),
                reading.value(Catalogue.SANDBOX),
                grants,
                refresh());
    }

    private Optional<RefreshRules> refresh() {
        RefreshRules rules = new RefreshRules(
                reading.value(Catalogue.REFRESH_MARGIN),
                reading.value(Catalogue.REFRESH_UNUSED_AFTER),
                reading.value(Catalogue.REFRESH_SHARE));
        return Optional.of(rules).filter(_ -> reading.value(Catalogue.REFRESH));
    }

    private Egress egress() {
        Optional<List<String>> proxies = reading.maybe(Catalogue.PROXY);
        boolean direct = reading.value(Catalogue.DIRECT);
        if (direct && proxies.isPresent()) {
            reading.fault(Catalogue.DIRECT, "expected it unset where PAYFLEET_PROXY is set");
        }
        return proxies.<Egress>map(endpoints -> new Egress.Proxied(
                        endpoints, reading.value(Catalogue.PROXY_USER), reading.maybe(Catalogue.PROXY_PASSWORD_FILE)))
                .orElseGet(() -> direct ? new Egress.Direct() : new Egress.Unset());
    }

    private Optional<GrantSettings> grants() {
        Optional<Path> keys = reading.maybe(Catalogue.GRANT_KEYS);
        Optional<String> issuer = reading.maybe(Catalogue.GRANT_ISSUER);
        if (keys.isPresent() && issuer.isEmpty()) {
            reading.fault(Catalogue.GRANT_ISSUER, "expected where PAYFLEET_GRANT_KEYS is set");
        }
        if (keys.isEmpty() && issuer.isPresent()) {
            reading.fault(Catalogue.GRANT_ISSUER, "expected only where PAYFLEET_GRANT_KEYS is set");
        }
        return keys.flatMap(file -> issuer.map(name -> new GrantSettings(file.toAbsolutePath(), name)));
    }

    private Engine engine() {
        return switch (reading.value(Catalogue.ENGINE)) {
            case EMBEDDED -> new Engine.Embedded();
            case AWS -> {
                require(Catalogue.GRANT_KEYS);
                if (!reading.isSet(Catalogue.GRANT_KEYS)) {
                    require(Catalogue.GRANT_ISSUER);
                }
                yield aws().<Engine>map(Engine.Aws::new).orElseGet(Engine.Embedded::new);
            }
        };
    }

    /// Empty where something is missing, which then is a fault.
    private Optional<AwsSettings> aws() {
        List<Setting<?>> needed = List.of(
                AwsCatalogue.REGION, AwsCatalogue.EVIDENCE_BUCKET, AwsCatalogue.RESULTS_BUCKET, AwsCatalogue.KMS_KEY);
        needed.forEach(this::require);
        if (needed.stream().anyMatch(setting -> reading.maybe(setting).isEmpty())) {
            return Optional.empty();
        }
        String key = reading.maybe(AwsCatalogue.KMS_KEY).orElseThrow();
        return Optional.of(new AwsSettings(
                reading.maybe(AwsCatalogue.REGION).orElseThrow(),
                reading.value(AwsCatalogue.PREFIX),
                reading.maybe(AwsCatalogue.EVIDENCE_BUCKET).orElseThrow(),
                reading.maybe(AwsCatalogue.RESULTS_BUCKET).orElseThrow(),
                key,
                reading.maybe(AwsCatalogue.FORMER_KMS_KEYS).orElse(List.of()),
                reading.maybe(AwsCatalogue.EVIDENCE_KEY).orElse(key),
                reading.maybe(AwsCatalogue.STORAGE_KEY).orElse(key),
                reading.value(AwsCatalogue.KEY_CACHE),
                endpoints()));
    }

    private Map<Service, URI> endpoints() {
        Map<Service, URI> endpoints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            reading.maybe(AwsCatalogue.endpointOf(service)).ifPresent(at -> endpoints.put(service, at));
        }
        return endpoints;
    }

    private void require(Setting<?> setting) {
        if (!reading.isSet(setting)) {
            reading.fault(setting, "expected where PAYFLEET_ENGINE is aws");
        }
    }
}

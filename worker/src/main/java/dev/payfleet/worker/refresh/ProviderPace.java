package dev.payfleet.worker.refresh;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// What the plan knows of a provider.
///
/// @param sessionLifetime how long a session lives from its last use on
/// @param requestsPerSecond the polite rate
public record ProviderPace(Duration sessionLifetime, double requestsPerSecond) {

    /// Of every provider in the catalogue, by its id.
    public static Map<String, ProviderPace> of(ProviderCatalog catalog) {
        return catalog.all().stream()
                .map(PayrollProvider::declaration)
                .collect(Collectors.toUnmodifiableMap(
                        declaration -> declaration.id(),
                        declaration -> new ProviderPace(
                                declaration.sessionLifetime(),
                                declaration.politeRate().requestsPerSecond())));
    }
}

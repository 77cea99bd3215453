package dev.payfleet.provider;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The providers of this fleet by id. Immutable; for many threads.
public final class ProviderCatalog {

    private final Map<String, PayrollProvider> byId = new LinkedHashMap<>();

    private ProviderCatalog(Collection<PayrollProvider> providers) {
        for (PayrollProvider provider : providers) {
            String id = provider.declaration().id();
            if (provider.readings().isEmpty()) {
                throw new IllegalArgumentException("provider " + id + " must have at least one reading");
            }
            if (byId.putIfAbsent(id, provider) != null) {
                throw new IllegalArgumentException("provider id must be declared once: " + id);
            }
        }
    }

    /// All providers on the class path.
    ///
    /// @throws IllegalArgumentException where two have one id, or one reads nothing
    /// @throws java.util.ServiceConfigurationError where one cannot be made
    public static ProviderCatalog load() {
        return of(ServiceLoader.load(PayrollProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /// The providers given, for tests.
    public static ProviderCatalog of(Collection<PayrollProvider> providers) {
        return new ProviderCatalog(providers);
    }

    /// The provider of that id; empty where there is none.
    public Optional<PayrollProvider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// All of them, in the order they were found.
    public List<PayrollProvider> all() {
        return List.copyOf(byId.values());
    }
}

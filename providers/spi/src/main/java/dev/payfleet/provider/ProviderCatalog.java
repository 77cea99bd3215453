package dev.payfleet.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The providers of this fleet by id. One that is not in order is refused by name, and the others go on. Immutable;
/// for many threads.
public final class ProviderCatalog {

    private static final int MOST_BROKEN_ENTRIES = 100;

    private final Map<String, PayrollProvider> byId = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private ProviderCatalog() {}

    /// A provider that was not taken.
    ///
    /// @param provider its id, or the name of its class where it did not come to that; of a plugin, behind the
    ///     plugin's name
    /// @param reason a sentence for the adapter's author
    public record Refusal(String provider, String reason) {
        private Refusal within(String plugin) {
            return provider.equals(plugin) ? this : new Refusal(plugin + ": " + provider, reason);
        }
    }

    /// All providers on the class path.
    public static ProviderCatalog load() {
        return load(List.of());
    }

    /// All providers on the class path, and those of plugins.
    ///
    /// @param plugins a class loader for each; of what it gives, only classes that it has loaded itself count
    public static ProviderCatalog load(Collection<ClassLoader> plugins) {
        ProviderCatalog catalog = new ProviderCatalog();
        catalog.addAll("class path", ServiceLoader.load(PayrollProvider.class), _ -> true);
        for (ClassLoader plugin : plugins) {
            catalog.addPlugin(plugin);
        }
        return catalog;
    }

    /// The providers given, for tests.
    public static ProviderCatalog of(Collection<? extends PayrollProvider> providers) {
        ProviderCatalog catalog = new ProviderCatalog();
        providers.forEach(provider -> catalog.add(provider.getClass().getName(), () -> provider));
        return catalog;
    }

    /// The provider of that id; empty where there is none.
    public Optional<PayrollProvider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// All of them, in the order they were found.
    public List<PayrollProvider> all() {
        return List.copyOf(byId.values());
    }

    /// Those that were not taken, in the order they were found.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// What it does not give is told as well: whoever put it there expects something of it.
    private void addPlugin(ClassLoader plugin) {
        String name = String.valueOf(plugin.getName());
        int taken = byId.size();
        int refused = refusals.size();
        addAll(
                name,
                ServiceLoader.load(PayrollProvider.class, plugin),
                found -> plugin.equals(found.type().getClassLoader()));
        List<Refusal> own = refusals.subList(refused, refusals.size());
        own.replaceAll(each -> each.within(name));
        if (own.isEmpty() && byId.size() == taken) {
            refusals.add(new Refusal(
                    name, "it offers no provider: no META-INF/services/" + PayrollProvider.class.getName() + " in it"));
        }
    }

    private void addAll(
            String source,
            ServiceLoader<PayrollProvider> offers,
            Predicate<ServiceLoader.Provider<PayrollProvider>> counts) {
        Iterator<ServiceLoader.Provider<PayrollProvider>> found =
                offers.stream().iterator();
        // The loader goes on behind an entry that it cannot load; the bound is for one that would fail for ever.
        for (int broken = 0; broken < MOST_BROKEN_ENTRIES; ) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<PayrollProvider> next = found.next();
                if (counts.test(next)) {
                    add(next.type().getName(), next);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                refusals.add(new Refusal(source, ProviderCheck.reason(e)));
                broken++;
            }
        }
    }

    /// Whatever goes wrong while a provider is made and asked is its own: code of others runs here.
    private void add(String className, Supplier<? extends PayrollProvider> making) {
        String name = className;
        try {
            PayrollProvider provider = making.get();
            name = provider.declaration().id();
            Optional<String> fault = ProviderCheck.fault(provider);
            if (fault.isPresent()) {
                refusals.add(new Refusal(name, fault.get()));
            } else if (byId.putIfAbsent(name, provider) != null) {
                refusals.add(new Refusal(name, "its id is another provider's already: " + className));
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            refusals.add(new Refusal(name, ProviderCheck.reason(e)));
        }
    }
}

package dev.payfleet.provider;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Whether a provider is in order, as far as can be told without its site. What a single value may be is checked
/// where it is made ([ProviderDeclaration], [Origin], [PoliteRate]); this is about what must fit together.
final class ProviderCheck {

    private ProviderCheck() {}

    /// What is wrong with it, in words; empty where nothing is.
    static Optional<String> fault(PayrollProvider provider) {
        if (provider.probe() == null) {
            return Optional.of("it has no session probe");
        }
        if (provider.signOut() == null) {
            return Optional.of("its sign-out is null: a site without one has Optional.empty()");
        }
        Map<Resource, ResourceReading> readings = provider.readings();
        if (readings.isEmpty()) {
            return Optional.of("it reads nothing");
        }
        return unreadable(readings).or(() -> misfit(provider));
    }

    /// What kept a provider from being made: the message where it is one of ours, which hold no values; else the
    /// kind of failure alone.
    static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean ours = root instanceof IllegalArgumentException && root.getMessage() != null;
        return ours
                ? Objects.requireNonNull(root.getMessage())
                : "it cannot be made: " + root.getClass().getSimpleName();
    }

    private static Optional<String> unreadable(Map<Resource, ResourceReading> readings) {
        for (Map.Entry<Resource, ResourceReading> each : readings.entrySet()) {
            if (each.getValue() == null || each.getValue().tiers().isEmpty()) {
                return Optional.of("it declares a resource that it cannot read: "
                        + each.getKey().wireName());
            }
        }
        boolean orphaned = readings.containsKey(Resource.PAYSLIPS) && !readings.containsKey(Resource.PAYRUNS);
        return orphaned
                ? Optional.of("it declares payslips and no payruns, by whose ids they are asked for")
                : Optional.empty();
    }

    private static Optional<String> misfit(PayrollProvider provider) {
        List<Origin> declared = provider.declaration().origins();
        Set<Origin> needed = needed(provider);
        for (Origin origin : needed) {
            if (!declared.contains(origin)) {
                return Optional.of("it needs an origin that it does not declare: " + origin);
            }
        }
        for (Origin origin : declared) {
            if (!needed.contains(origin)) {
                return Optional.of("it declares an origin that it does not need: " + origin
                        + " (neither sign-in, sign-out, API, storage nor any reading names it)");
            }
        }
        return Optional.empty();
    }

    private static Set<Origin> needed(PayrollProvider provider) {
        Set<Origin> needed = new LinkedHashSet<>();
        needed.add(provider.declaration().origins().getFirst());
        needed.addAll(provider.signIn().through());
        provider.api().ifPresent(api -> {
            needed.add(api.origin());
            add(needed, api.token());
            if (api.refresh() != null) {
                api.refresh().sent().values().forEach(value -> add(needed, value));
                api.refresh().kept().values().forEach(value -> add(needed, value));
            }
        });
        provider.signOut()
                .map(SignOut::path)
                .filter(path -> !path.startsWith("/"))
                .ifPresent(address -> needed.add(Origin.of(URI.create(address))));
        provider.declaration().trust().carriedBy().forEach(value -> add(needed, value));
        provider.readings().values().forEach(reading -> needed.addAll(reading.origins()));
        return needed;
    }

    private static void add(Set<Origin> needed, StoredValue value) {
        if (value.origin() != null) {
            needed.add(value.origin());
        }
    }
}

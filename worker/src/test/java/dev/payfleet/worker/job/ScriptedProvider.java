package dev.payfleet.worker.job;

import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Visit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The fake provider with readings that are noted and may be told to fail or to take their time. Company and time off
/// are read by both tiers, pay runs by HTTP alone, groups and locations by page alone.
final class ScriptedProvider implements PayrollProvider {
    private final PayrollProvider fake = new FakeProvider();
    private final List<String> reads = new ArrayList<>();
    private final Map<Resource, Runnable> scripts = new EnumMap<>(Resource.class);

    @Override
    public ProviderDeclaration declaration() {
        return fake.declaration();
    }

    @Override
    public FormSignIn signIn() {
        return (FormSignIn) fake.signIn();
    }

    @Override
    public SessionProbe probe() {
        return fake.probe();
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return Map.of(
                Resource.COMPANY, ResourceReading.ofDocuments(this::read),
                Resource.TIME_OFF_ENTRIES, ResourceReading.ofDocuments(this::read),
                Resource.PAYRUNS, ResourceReading.byHttp(this::read),
                Resource.GROUPS, ResourceReading.byPage(this::read),
                Resource.WORK_LOCATIONS, ResourceReading.byPage(this::read));
    }

    private ReadResult read(Visit visit, ResourceQuery query) {
        String tier = visit.tier() == Tier.HTTP ? "http" : "page";
        reads.add(tier + " " + query.resource().wireName());
        scripts.getOrDefault(query.resource(), () -> {}).run();
        return ReadResult.complete(List.of());
    }

    /// Each reading of a resource meets a trouble.
    void fail(Resource resource, ProviderException trouble) {
        during(resource, () -> {
            throw trouble;
        });
    }

    /// Something happens within each reading of a resource.
    void during(Resource resource, Runnable event) {
        scripts.put(resource, event);
    }

    /// What was read, in order: tier and resource.
    List<String> reads() {
        return reads;
    }
}

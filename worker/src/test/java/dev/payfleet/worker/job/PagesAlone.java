package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.SignIn;
import java.util.Map;
import java.util.stream.Collectors;

/// A provider all of whose resources are read by page, as where a script draws everything.
record PagesAlone(PayrollProvider provider) implements PayrollProvider {

    @Override
    public ProviderDeclaration declaration() {
        return provider.declaration();
    }

    @Override
    public SignIn signIn() {
        return provider.signIn();
    }

    @Override
    public SessionProbe probe() {
        return provider.probe();
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return provider.readings().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        offered -> ResourceReading.byPage(
                                (visit, query) -> offered.getValue().read(visit, query))));
    }
}

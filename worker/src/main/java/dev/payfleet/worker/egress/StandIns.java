package dev.payfleet.worker.egress;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import java.util.HashMap;
import java.util.Map;

/// Loopback origins that stand in for the declared ones of simulated providers. Empty in production.
///
/// @param standIns declared origin to loopback origin, over all providers
public record StandIns(Map<Origin, Origin> standIns) {
    /// Nothing is simulated.
    public static final StandIns NONE = new StandIns(Map.of());

    public StandIns {
        standIns = Map.copyOf(standIns);
    }

    /// The origins that a visit to this provider may reach.
    public Origins of(ProviderDeclaration provider) {
        Map<Origin, Origin> own = new HashMap<>(standIns);
        own.keySet().retainAll(provider.origins());
        return new Origins(provider.origins(), own);
    }
}

package dev.payfleet.worker.grant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Used grants as long as a test lasts. For one thread.
final class RememberedGrants implements UsedGrants {
    private final Map<OneTimeGrant, UUID> users = new LinkedHashMap<>();

    List<OneTimeGrant> grants() {
        return List.copyOf(users.keySet());
    }

    @Override
    public boolean use(OneTimeGrant grant, UUID job) {
        return users.computeIfAbsent(grant, _ -> job).equals(job);
    }

    @Override
    public boolean mayUse(OneTimeGrant grant, UUID job) {
        return users.getOrDefault(grant, job).equals(job);
    }

    @Override
    public int sweep(Instant now) {
        return 0;
    }
}

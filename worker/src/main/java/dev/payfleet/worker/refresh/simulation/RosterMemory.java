package dev.payfleet.worker.refresh.simulation;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import dev.payfleet.worker.refresh.RefreshPlan;
import dev.payfleet.worker.refresh.Roster;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the planner's memory of so many sessions takes, measured on this very heap.
public final class RosterMemory {
    private static final int COLLECTIONS = 3;

    private RosterMemory() {}

    /// Fills a roster as a census does, and compares the heap before and after.
    ///
    /// @return bytes
    public static long measure(Scenario scenario) {
        List<String> providers = scenario.providers().keySet().stream().sorted().toList();
        long before = used();
        Roster roster = new Roster(new RefreshPlan(scenario.rules(), scenario.providers()));
        try {
            fill(roster, scenario, providers);
            return Math.max(0, used() - before);
        } finally {
            Reference.reachabilityFence(roster);
        }
    }

    /// Ids are as long as those of people who do not think of us: a tenant's word and a UUID.
    private static void fill(Roster roster, Scenario scenario, List<String> providers) {
        for (int i = 0; i < scenario.connections(); i++) {
            ConnectionKey key = new ConnectionKey("client-" + i % 100, new UUID(i, ~i).toString());
            Instant end = Instant.ofEpochMilli(i);
            roster.met(new SessionMark(key, providers.get(i % providers.size()), end, end), Instant.EPOCH);
        }
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

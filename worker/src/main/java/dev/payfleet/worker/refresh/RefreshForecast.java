package dev.payfleet.worker.refresh;

import dev.payfleet.session.SessionMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many refreshes the hours to come will see, if nobody reads: reading renews a session as well and puts its
/// refresh off. For one thread.
public final class RefreshForecast {
    private final RefreshPlan plan;
    private final Instant now;
    private final int hours;
    private final Map<String, int[]> byProvider = new TreeMap<>();
    private int unused;
    private int unknown;
    private int overdue;

    /// @param hours how many, from now on
    public RefreshForecast(RefreshPlan plan, Instant now, int hours) {
        this.plan = plan;
        this.now = now;
        this.hours = hours;
    }

    /// Counts a session in.
    public void add(SessionMark mark) {
        switch (plan.fate(mark, now)) {
            case UNUSED -> unused++;
            case UNKNOWN_PROVIDER -> unknown++;
            case RENEWED -> count(mark);
        }
    }

    private void count(SessionMark mark) {
        Instant slot = plan.due(mark).orElseThrow();
        Duration period = plan.period(mark.provider());
        int[] counts = byProvider.computeIfAbsent(mark.provider(), _ -> new int[hours]);
        if (slot.isBefore(now)) {
            overdue++;
            counts[0]++;
            slot = plan.due(new SessionMark(
                            mark.key(), mark.provider(), now.plus(plan.lifetime(mark.provider())), mark.usedAt()))
                    .orElseThrow();
        }
        for (Instant end = now.plus(Duration.ofHours(hours)); slot.isBefore(end); slot = slot.plus(period)) {
            counts[Math.toIntExact(Duration.between(now, slot).toHours())]++;
        }
    }

    /// The providers with sessions that are renewed, in the order of their ids.
    public List<String> providers() {
        return new ArrayList<>(byProvider.keySet());
    }

    /// How many refreshes of this provider fall into the hour.
    public int count(String provider, int hour) {
        int[] counts = byProvider.get(provider);
        return counts == null ? 0 : counts[hour];
    }

    /// How many refreshes fall into the hour.
    public int count(int hour) {
        return byProvider.values().stream().mapToInt(counts -> counts[hour]).sum();
    }

    /// How many sessions are left to end, because nobody uses them.
    public int unused() {
        return unused;
    }

    /// How many sessions are of providers that nobody here knows.
    public int unknown() {
        return unknown;
    }

    /// How many refreshes are due and not done yet.
    public int overdue() {
        return overdue;
    }
}

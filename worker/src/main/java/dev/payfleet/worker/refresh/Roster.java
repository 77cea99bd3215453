package dev.payfleet.worker.refresh;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the planner has in mind of every session: some two hundred bytes each. For one thread.
public final class Roster {
    private static final long NEVER = Long.MAX_VALUE;

    private static final int FEW = 16;

    private final RefreshPlan plan;
    private final Allowance allowance;
    private final Map<ConnectionKey, Standing> standings = new HashMap<>();
    /// One text for each provider, and not one for each session.
    private final Map<String, String> providers = new HashMap<>();
    /// The same standings in a row, and beside each when it is to be looked at: what is due is found without
    /// touching what is not.
    private Standing[] row = new Standing[FEW];

    private long[] wakeAt = new long[FEW];
    private int pass;

    /// An empty one.
    public Roster(RefreshPlan plan) {
        this.plan = plan;
        this.allowance = new Allowance(plan);
    }

    /// Times are milliseconds since 1970.
    private static final class Standing {
        private final ConnectionKey key;
        private final String provider;
        private int place;
        private long dueAt;
        private long expiresAt;
        private long sentSlot = NEVER;
        private int pass;

        Standing(ConnectionKey key, String provider, int place) {
            this.key = key;
            this.provider = provider;
            this.place = place;
        }

        long wakeAt() {
            return sentSlot == dueAt ? NEVER : dueAt;
        }

        boolean alive(long now) {
            return now < expiresAt;
        }

        Refresh refresh() {
            return new Refresh(key, provider, Instant.ofEpochMilli(dueAt), Instant.ofEpochMilli(expiresAt));
        }
    }

    /// Takes in what a census says of a session.
    public void met(SessionMark mark, Instant now) {
        if (plan.fate(mark, now) != RefreshPlan.Fate.RENEWED) {
            return;
        }
        Standing standing = standings.get(mark.key());
        if (standing == null || !standing.provider.equals(mark.provider())) {
            standing = add(mark);
        }
        standing.dueAt = plan.due(mark).orElseThrow().toEpochMilli();
        standing.expiresAt = mark.expiresAt().toEpochMilli();
        standing.pass = pass;
        wakeAt[standing.place] = standing.wakeAt();
    }

    private Standing add(SessionMark mark) {
        Standing former = standings.get(mark.key());
        int place = former == null ? standings.size() : former.place;
        if (place == row.length) {
            row = Arrays.copyOf(row, 2 * place);
            wakeAt = Arrays.copyOf(wakeAt, 2 * place);
        }
        Standing standing = new Standing(mark.key(), providers.computeIfAbsent(mark.provider(), id -> id), place);
        standings.put(mark.key(), standing);
        row[place] = standing;
        return standing;
    }

    /// A census has been gone through: whoever was not met, or is no longer renewed, is forgotten.
    public void passed() {
        List<Standing> gone = standings.values().stream()
                .filter(standing -> standing.pass != pass)
                .toList();
        pass++;
        if (!gone.isEmpty()) {
            gone.forEach(standing -> standings.remove(standing.key));
            closeRanks();
        }
    }

    private void closeRanks() {
        List<Standing> left = List.copyOf(standings.values());
        standings.clear();
        row = new Standing[Math.max(FEW, left.size())];
        wakeAt = new long[row.length];
        for (Standing standing : left) {
            standing.place = standings.size();
            row[standing.place] = standing;
            wakeAt[standing.place] = standing.wakeAt();
            standings.put(standing.key, standing);
        }
    }

    /// What may be sent now: sessions that still live first, those that end soonest before others, and never more
    /// than the providers' shares allow. What is not [#sent] after all is due again.
    public List<Refresh> due(Instant now) {
        long millis = now.toEpochMilli();
        List<Standing> due = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            if (wakeAt[i] <= millis) {
                due.add(row[i]);
            }
        }
        due.sort(Comparator.comparingInt((Standing standing) -> standing.alive(millis) ? 0 : 1)
                .thenComparingLong(standing -> standing.expiresAt)
                .thenComparingLong(standing -> standing.dueAt));
        List<Refresh> affordable = new ArrayList<>();
        for (Standing standing : due) {
            int cost = standing.alive(millis) ? Allowance.PROBE : Allowance.SIGN_IN;
            if (allowance.take(standing.provider, cost, now)) {
                affordable.add(standing.refresh());
            }
        }
        return affordable;
    }

    /// The refresh is on its way: the same slot is not due again.
    public void sent(Refresh refresh) {
        Standing standing = standings.get(refresh.key());
        if (standing != null) {
            standing.sentSlot = refresh.slot().toEpochMilli();
            wakeAt[standing.place] = standing.wakeAt();
        }
    }

    /// Forgets all, as somebody who is no longer on duty.
    public void clear() {
        standings.clear();
        row = new Standing[FEW];
        wakeAt = new long[FEW];
    }

    /// How many sessions are renewed.
    public int size() {
        return standings.size();
    }
}

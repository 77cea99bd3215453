package dev.payfleet.worker.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How many requests refreshes may still cause, by provider: it fills at the share of the polite rate and holds a
/// few seconds' worth, so that a backlog is worked off at that rate and no faster. For one thread.
final class Allowance {
    /// A sign-in takes about ten times what a probe does: form, scripts, the first page.
    static final int SIGN_IN = 10;

    static final int PROBE = 1;

    private static final Duration HOLDS = Duration.ofSeconds(10);

    private final RefreshPlan plan;
    private final Map<String, Bucket> buckets = new HashMap<>();

    Allowance(RefreshPlan plan) {
        this.plan = plan;
    }

    /// Takes so many requests, where there are so many.
    boolean take(String provider, int requests, Instant now) {
        return buckets.computeIfAbsent(provider, id -> new Bucket(plan.requestsPerSecond(id), now))
                .take(requests, now);
    }

    private static final class Bucket {
        private final double perMilli;
        private final double most;
        private double left;
        private long filledAt;

        Bucket(double perSecond, Instant now) {
            this.perMilli = perSecond / 1000;
            // A provider that may be asked once in a minute must be able to save up for a sign-in.
            this.most = Math.max(perMilli * HOLDS.toMillis(), SIGN_IN);
            this.left = most;
            this.filledAt = now.toEpochMilli();
        }

        boolean take(int requests, Instant now) {
            long millis = now.toEpochMilli();
            left = Math.min(most, left + Math.max(0, millis - filledAt) * perMilli);
            filledAt = Math.max(filledAt, millis);
            if (left < requests) {
                return false;
            }
            left -= requests;
            return true;
        }
    }
}

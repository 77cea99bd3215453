package dev.payfleet.worker.refresh.simulation;

import dev.payfleet.worker.refresh.ProviderPace;
import dev.payfleet.worker.refresh.RefreshRules;
import java.time.Duration;
import java.util.Map;

/// What is simulated. Every connection is read once an hour, all of them on the hour, which is the worst that an
/// upstream can do. In the middle the fleet stands still for two hours: nothing is read, and reads that fell due are
/// not made up for.
///
/// @param providers by id; connections are spread over them evenly
/// @param seed the same seed gives the same figures
public record Scenario(int connections, int hours, long seed, Map<String, ProviderPace> providers, RefreshRules rules) {
    /// How long a provider lets a session live on the average, however it is used: the ends that nobody announces.
    static final Duration MEAN_LIFE = Duration.ofHours(100);

    /// Of a hundred probes, how many meet a page that only a browser reads.
    static final int PAGE_PERCENT = 1;

    private static final Duration OUTAGE = Duration.ofHours(2);

    public Scenario {
        if (connections < 1 || hours < 1 || providers.isEmpty()) {
            throw new IllegalArgumentException("expected connections, hours and providers");
        }
        providers = Map.copyOf(providers);
    }

    /// Whether the fleet stands still at this time, in milliseconds since the beginning. It ends between two hours'
    /// reads, so that the plan has half an hour before everybody asks at once.
    boolean out(long millis) {
        long from =
                Duration.ofHours(hours).toMillis() / 2 - Duration.ofMinutes(30).toMillis();
        return millis >= from && millis < from + OUTAGE.toMillis() && hours > 2 * OUTAGE.toHours();
    }
}

package dev.payfleet.provider;

import java.time.Duration;

/// How often the fleet may ask a provider through one egress.
///
/// @param requestsPerSecond more than 0, at most 200; the adapter's author says where the figure comes from
public record PoliteRate(double requestsPerSecond) {

    /// Throws [IllegalArgumentException] outside that range.
    public PoliteRate {
        if (!(requestsPerSecond > 0 && requestsPerSecond <= 200)) {
            throw new IllegalArgumentException("requestsPerSecond must be more than 0 and at most 200");
        }
    }

    /// Time between two requests.
    public Duration interval() {
        return Duration.ofNanos((long) (1e9 / requestsPerSecond));
    }
}

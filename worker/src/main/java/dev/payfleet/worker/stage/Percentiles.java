package dev.payfleet.worker.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Durations, and which of them so many per cent do not exceed (the nearest rank).
public final class Percentiles {
    private final List<Duration> sorted;

    /// @param durations in any order
    public Percentiles(List<Duration> durations) {
        sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
    }

    /// How many there are.
    public int count() {
        return sorted.size();
    }

    /// For example `1.2 s` or `3.4 ms`; a dash where there is nothing.
    public String at(int percent) {
        return value(percent).map(Percentiles::shown).orElse("–");
    }

    /// The duration that so many per cent do not exceed; empty where there is nothing.
    public Optional<Duration> value(int percent) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return Optional.of(sorted.get(Math.max(1, rank) - 1));
    }

    /// For example `1.2 s` or `3.4 ms`.
    public static String shown(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis >= 1000) {
            return "%.1f s".formatted(millis / 1000);
        }
        return millis >= 10 ? "%.0f ms".formatted(millis) : "%.1f ms".formatted(millis);
    }
}

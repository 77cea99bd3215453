package dev.payfleet.worker.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Durations, and which of them so many per cent do not exceed (the nearest rank).
final class Percentiles {
    private final List<Duration> sorted;

    Percentiles(List<Duration> durations) {
        sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
    }

    int count() {
        return sorted.size();
    }

    /// For example `1.2 s` or `3.4 ms`; a dash where there is nothing.
    String at(int percent) {
        if (sorted.isEmpty()) {
            return "–";
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return shown(sorted.get(Math.max(1, rank) - 1));
    }

    static String shown(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis >= 1000) {
            return "%.1f s".formatted(millis / 1000);
        }
        return millis >= 10 ? "%.0f ms".formatted(millis) : "%.1f ms".formatted(millis);
    }
}

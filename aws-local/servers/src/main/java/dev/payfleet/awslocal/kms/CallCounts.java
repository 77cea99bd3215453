package dev.payfleet.awslocal.kms;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// How often each operation was called. Thread-safe.
final class CallCounts {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    void count(String operation) {
        counts.merge(operation, 1L, Long::sum);
    }

    long of(String operation) {
        return counts.getOrDefault(operation, 0L);
    }

    Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}

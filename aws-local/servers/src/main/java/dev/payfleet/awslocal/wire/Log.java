package dev.payfleet.awslocal.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What came over the wire, and what of it the server got. Thread-safe.
final class Log {
    private final List<WireRequest> seen = new CopyOnWriteArrayList<>();
    private final List<WireRequest> reached = new CopyOnWriteArrayList<>();

    void seen(WireRequest request) {
        seen.add(request);
    }

    void reached(WireRequest request) {
        reached.add(request);
    }

    List<WireRequest> seen() {
        return List.copyOf(seen);
    }

    List<WireRequest> reached() {
        return List.copyOf(reached);
    }

    void clear() {
        seen.clear();
        reached.clear();
    }
}

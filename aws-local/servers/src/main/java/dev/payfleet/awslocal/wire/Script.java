package dev.payfleet.awslocal.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which fault befalls which request: those for one request each, in the order they were written, and then those
/// for every request. Thread-safe.
final class Script {
    private final List<Line> once = new ArrayList<>();
    private final List<Line> always = new ArrayList<>();

    synchronized void once(Predicate<WireRequest> which, Fault fault) {
        once.add(new Line(which, fault));
    }

    synchronized void always(Predicate<WireRequest> which, Fault fault) {
        always.add(new Line(which, fault));
    }

    synchronized void clear() {
        once.clear();
        always.clear();
    }

    /// Strikes out the line that applies, when it is for one request.
    synchronized Line take(WireRequest request) {
        for (Iterator<Line> lines = once.iterator(); lines.hasNext(); ) {
            Line line = lines.next();
            if (line.which().test(request)) {
                lines.remove();
                return line;
            }
        }
        return first(always, request).orElse(Line.PASS);
    }

    /// Puts back a line that could not be carried out; it is the next one again.
    synchronized void giveBack(Line line) {
        if (!always.contains(line)) {
            once.addFirst(line);
        }
    }

    synchronized int left() {
        return once.size();
    }

    private static Optional<Line> first(List<Line> lines, WireRequest request) {
        return lines.stream().filter(line -> line.which().test(request)).findFirst();
    }

    /// One line of the script.
    record Line(Predicate<WireRequest> which, Fault fault) {
        static final Line PASS = new Line(_ -> true, Fault.pass());
    }
}

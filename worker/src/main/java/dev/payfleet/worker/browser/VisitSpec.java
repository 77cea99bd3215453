package dev.payfleet.worker.browser;

import dev.payfleet.session.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What a visit needs of its lane.
///
/// @param egress the visit's relay, `http://127.0.0.1:<port>`: the only way out that the browser gets
/// @param storageState what [LaneVisit#storageState] gave at the end of an earlier visit
/// @param laneWait how long to wait for a free lane
/// @param stuckAfter how long a single step may take before the lane counts as stuck; empty for the lanes' own
///     setting
/// @param mayWait whether the visit may come to wait for a person, see [LaneVisit#waiting]; it then takes one of
///     the substitutes that may be lent
public record VisitSpec(
        URI egress, Optional<Secret> storageState, Duration laneWait, Optional<Duration> stuckAfter, boolean mayWait) {
    /// Longer than a visit usually takes, shorter than a lease.
    private static final Duration USUAL_LANE_WAIT = Duration.ofSeconds(60);

    public VisitSpec {
        if (!"http".equals(egress.getScheme()) || egress.getHost() == null || egress.getPort() < 1) {
            throw new IllegalArgumentException("egress: expected http://host:port");
        }
        if (laneWait.isNegative()) {
            throw new IllegalArgumentException("laneWait: expected zero or more, got " + laneWait);
        }
        if (stuckAfter.isPresent() && !stuckAfter.get().isPositive()) {
            throw new IllegalArgumentException("stuckAfter: expected more than zero, got " + stuckAfter.get());
        }
    }

    /// A visit that knows nothing of earlier ones.
    public static VisitSpec through(URI egress) {
        return new VisitSpec(egress, Optional.empty(), USUAL_LANE_WAIT, Optional.empty(), false);
    }

    /// The same with an earlier visit's cookies and storage.
    public VisitSpec restoring(Secret storageState) {
        return new VisitSpec(egress, Optional.of(storageState), laneWait, stuckAfter, mayWait);
    }

    /// The same with another wait for a lane.
    public VisitSpec waitingForLane(Duration laneWait) {
        return new VisitSpec(egress, storageState, laneWait, stuckAfter, mayWait);
    }

    /// The same, and it may come to wait for a person.
    public VisitSpec mayWaitForPerson() {
        return new VisitSpec(egress, storageState, laneWait, stuckAfter, true);
    }

    /// The same with another patience for a single step.
    public VisitSpec stuckAfter(Duration patience) {
        return new VisitSpec(egress, storageState, laneWait, Optional.of(patience), mayWait);
    }
}

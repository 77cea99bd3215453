package dev.payfleet.infra;

import java.time.Duration;

/// How long things are kept. The documents and the tests compare themselves with it.
enum Life {
    /// Redrawn pages.
    EVIDENCE(Duration.ofDays(5)),
    /// Results too large for a table. A result's own time is shorter, one hour unless set otherwise; this is what
    /// remains should the worker never delete it.
    LARGE_RESULTS(Duration.ofDays(13)),
    /// What the workers log.
    LOGS(Duration.ofDays(14)),
    /// Security events: the audit log, the trail of calls, and who read evidence.
    AUDIT(Duration.ofDays(400)),
    /// Copies of tables in the backup vault, and how far back a table can be set. As short as a week's weekend with
    /// a holiday allows, because a person who disconnected stays in a copy for as long.
    COPIES(Duration.ofDays(7));

    private final Duration duration;

    Life(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    int days() {
        return Math.toIntExact(duration.toDays());
    }

    software.amazon.awscdk.Duration cdk() {
        return software.amazon.awscdk.Duration.days(days());
    }
}

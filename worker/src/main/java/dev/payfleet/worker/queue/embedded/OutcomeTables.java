package dev.payfleet.worker.queue.embedded;

import java.util.List;

/// The outcome log's part of the file, as the steps that build it. A step that was released is never changed.
///
/// That a job has one terminal event at most is a rule of the file itself, so no number of processes can break it.
final class OutcomeTables {

    /// The name under which the steps are counted.
    static final String COMPONENT = "outcome";

    static final List<String> STEPS = List.of(
            """
            CREATE TABLE outcome_event (
              cursor INTEGER PRIMARY KEY AUTOINCREMENT,
              job_id TEXT NOT NULL,
              terminal INTEGER NOT NULL,
              published_at INTEGER NOT NULL,
              event BLOB NOT NULL
            ) STRICT""",
            "CREATE UNIQUE INDEX outcome_event_terminal ON outcome_event (job_id) WHERE terminal = 1",
            "CREATE INDEX outcome_event_of_job ON outcome_event (job_id)",
            "CREATE INDEX outcome_event_age ON outcome_event (published_at)");

    private OutcomeTables() {}
}

package dev.payfleet.worker.queue.embedded;

import java.util.List;

/// The queue's part of the file, as the steps that build it. A step that was released is never changed.
///
/// Everything that decides who is next stands in `queue_group`, one row for each group with messages: which message
/// is its head, when the head is due, whether it is held, and which is the last message held with it. A turn in flight
/// is one that is held and not yet due; when its visibility runs out it is due, and nothing need be done for that. So
/// to receive is to walk the first rows of one index, however much is queued. Times are milliseconds since 1970.
///
/// `attempts` of a message grows with each receive and names the receive; `untried` are those of them after which it
/// was given back because of another before it.
final class QueueTables {

    /// The name under which the steps are counted.
    static final String COMPONENT = "queue";

    static final List<String> STEPS = List.of(
            """
            CREATE TABLE queue_message (
              seq INTEGER PRIMARY KEY AUTOINCREMENT,
              group_name TEXT NOT NULL,
              deduplication_id TEXT NOT NULL,
              attempts INTEGER NOT NULL,
              due_at INTEGER NOT NULL,
              sent_at INTEGER NOT NULL,
              body BLOB NOT NULL
            ) STRICT""",
            "CREATE INDEX queue_message_in_group ON queue_message (group_name, seq, due_at)",
            """
            CREATE TABLE queue_group (
              name TEXT PRIMARY KEY,
              head_seq INTEGER NOT NULL,
              due_at INTEGER NOT NULL,
              held INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX queue_group_due ON queue_group (due_at, head_seq)",
            """
            CREATE TABLE queue_dead (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              group_name TEXT NOT NULL,
              deduplication_id TEXT NOT NULL,
              attempts INTEGER NOT NULL,
              reason TEXT NOT NULL,
              sent_at INTEGER NOT NULL,
              died_at INTEGER NOT NULL,
              body BLOB NOT NULL
            ) STRICT""",
            "CREATE INDEX queue_dead_in_group ON queue_dead (group_name)",
            """
            CREATE TABLE queue_seen (
              deduplication_id TEXT PRIMARY KEY,
              settled_at INTEGER
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX queue_seen_settled ON queue_seen (settled_at) WHERE settled_at IS NOT NULL",
            "ALTER TABLE queue_message ADD COLUMN untried INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE queue_group ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0",
            "UPDATE queue_group SET last_seq = head_seq");

    private QueueTables() {}
}

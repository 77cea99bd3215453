/// Queue and outcome log in the embedded default's one SQLite file, which several processes on a machine may share.
/// Start at [dev.payfleet.worker.queue.embedded.SqliteJobQueue].
@NullMarked
package dev.payfleet.worker.queue.embedded;

import org.jspecify.annotations.NullMarked;

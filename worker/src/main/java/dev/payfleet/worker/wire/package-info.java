/// Jobs, events and results as JSON, checked against the schemas that lie in `schema/`.
/// Start at [dev.payfleet.worker.wire.ReadJob], which is what a message turned out to be.
@NullMarked
package dev.payfleet.worker.wire;

import org.jspecify.annotations.NullMarked;

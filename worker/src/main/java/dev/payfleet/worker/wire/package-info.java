/// Jobs, events and results as JSON, checked against the schemas that lie in `schema/`. Start at
/// [dev.payfleet.worker.wire.JobReader] for what comes in, at [dev.payfleet.worker.wire.OutcomeWriter] and
/// [dev.payfleet.worker.wire.ResultWriter] for what goes out.
@NullMarked
package dev.payfleet.worker.wire;

import org.jspecify.annotations.NullMarked;

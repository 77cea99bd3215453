/// When sessions are renewed, before anyone needs them: a plan without clock or store, and the one worker that
/// carries it out. Start at [dev.payfleet.worker.refresh.RefreshPlan]; [dev.payfleet.worker.refresh.RefreshPlanner]
/// runs it.
@NullMarked
package dev.payfleet.worker.refresh;

import org.jspecify.annotations.NullMarked;

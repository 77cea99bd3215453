/// Days of a fleet in seconds: how many sign-ins the plan causes, beside what it would be without one. Start at
/// [dev.payfleet.worker.refresh.simulation.Simulation].
@NullMarked
package dev.payfleet.worker.refresh.simulation;

import org.jspecify.annotations.NullMarked;

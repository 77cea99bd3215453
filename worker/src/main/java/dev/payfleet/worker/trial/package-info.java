/// One adapter against one site, step by step, for whoever writes it: no queue, no store, no proxy. Start at
/// [dev.payfleet.worker.trial.Trial].
@NullMarked
package dev.payfleet.worker.trial;

import org.jspecify.annotations.NullMarked;

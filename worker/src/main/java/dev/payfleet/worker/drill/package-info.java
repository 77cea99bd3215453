/// The restore drill: whether what is backed up can be brought back, how old it then is, how long it takes, and
/// whether what is sealed in it opens. Start at [dev.payfleet.worker.drill.RestoreDrill].
@NullMarked
package dev.payfleet.worker.drill;

import org.jspecify.annotations.NullMarked;

/// The fleet on AWS as code: what the worker needs, who may do what, what is watched and for how long things are
/// kept. Start at [dev.payfleet.infra.PayfleetStack].
@NullMarked
package dev.payfleet.infra;

import org.jspecify.annotations.NullMarked;

/// The proxy side of a visit: which proxy serves a connection, the relay that speaks to it, and the wall of
/// origins. Start at [EgressRelay], which one visit opens and closes; [EgressPool] says where it leads.
@NullMarked
package dev.payfleet.worker.egress;

import org.jspecify.annotations.NullMarked;

/// Redrawn screenshots of unexpected pages, kept for five days so that an engineer can see what happened.
/// Start at [EvidenceStore].
@NullMarked
package dev.payfleet.worker.evidence;

import org.jspecify.annotations.NullMarked;

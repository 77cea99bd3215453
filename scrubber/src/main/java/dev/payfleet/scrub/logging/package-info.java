/// Logs as JSON lines, each scrubbed as a whole before it is written. Start at
/// [JsonLines][dev.payfleet.scrub.logging.JsonLines].
@NullMarked
package dev.payfleet.scrub.logging;

import org.jspecify.annotations.NullMarked;

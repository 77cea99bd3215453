/// Takes secrets and personal data out of what is about to be logged, stored or shown. What can't be scrubbed is
/// not let through. Start at [TextScrubbers][dev.payfleet.scrub.TextScrubbers].
@NullMarked
package dev.payfleet.scrub;

import org.jspecify.annotations.NullMarked;

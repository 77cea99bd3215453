/// Normalized results that are kept for a limited time; what has outlived its time is not handed out.
/// Start at [dev.payfleet.cache.ResultCache]; in front of
/// either engine's stands [dev.payfleet.cache.FrontedResultCache].
@NullMarked
package dev.payfleet.cache;

import org.jspecify.annotations.NullMarked;

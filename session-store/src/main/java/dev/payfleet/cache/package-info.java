/// Normalized results that are kept for a limited time; what has outlived its time is not handed out.
/// Start at [dev.payfleet.cache.ResultCache]; [dev.payfleet.cache.FrontedResultCache] stands before either engine's.
@NullMarked
package dev.payfleet.cache;

import org.jspecify.annotations.NullMarked;

/// Normalized results that are kept for a limited time.
/// What has outlived its time is not handed out.
@NullMarked
package dev.payfleet.cache;

import org.jspecify.annotations.NullMarked;

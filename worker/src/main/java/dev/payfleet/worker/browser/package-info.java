/// Lanes: each one platform thread with one Playwright and one Chromium tree of its own, thrown away whole when it
/// fails. Start at [Lanes], which lends a lane to one visit at a time.
@NullMarked
package dev.payfleet.worker.browser;

import org.jspecify.annotations.NullMarked;

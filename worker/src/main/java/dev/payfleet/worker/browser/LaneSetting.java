package dev.payfleet.worker.browser;

import java.time.InstantSource;

/// What all lanes of one pool share.
///
/// @param sandbox whether Chromium's own sandbox is on, in the end
record LaneSetting(
        LaneConfig config,
        boolean sandbox,
        BrowserFinder finder,
        ScratchFolder scratch,
        ErrandQueue queue,
        InstantSource clock) {}

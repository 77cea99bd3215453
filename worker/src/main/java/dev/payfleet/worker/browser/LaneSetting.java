package dev.payfleet.worker.browser;

import java.time.InstantSource;

/// What all lanes of one pool share.
record LaneSetting(
        LaneConfig config,
        BrowserFinder finder,
        ScratchFolder scratch,
        ErrandQueue queue,
        Loans loans,
        InstantSource clock) {}

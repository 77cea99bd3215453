package dev.payfleet.worker.browser;

import java.util.List;

/// What Chromium is told beside Playwright's own flags. None of them disguises it; each closes a way out or saves
/// start-up.
final class ChromiumFlags {
    static final List<String> ALL = List.of(
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Three ways around an HTTP proxy: QUIC, WebRTC's own sockets, and asking a name server oneself.
            "--disable-quic",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

    private ChromiumFlags() {}
}

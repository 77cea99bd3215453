package dev.payfleet.worker.egress;

import java.time.Duration;

/// How long and how much the relay bears with.
///
/// @param connect for the TCP connection to the proxy
/// @param answer for the proxy's answer to a CONNECT; it makes its own connection to the provider meanwhile
/// @param head for one whole request head, from its first byte
/// @param connections clients at once; a browser opens six per origin
public record RelayLimits(Duration connect, Duration answer, Duration head, int connections) {
    /// 5 s, 15 s, 10 s and 256 connections: below the 30 s after which a browser's own waits give up with an error
    /// that doesn't tell the proxy from the provider.
    public static final RelayLimits USUAL =
            new RelayLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(10), 256);
}

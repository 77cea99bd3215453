package dev.payfleet.session;

/// How many records of each kind a disconnect removed.
public record Wiped(int credentials, int sessions, int trusts, int results) {
    /// What a disconnect of something already disconnected, or never connected, removes.
    public static final Wiped NOTHING = new Wiped(0, 0, 0, 0);
}

package dev.payfleet.session;

/// How many records of each kind a disconnect removed.
///
/// @param challenges of the [ChallengeDesk]: the challenge, what was handed in for it, answers that nobody took
public record Wiped(int credentials, int sessions, int trusts, int results, int challenges) {
    /// What a disconnect of something already disconnected, or never connected, removes.
    public static final Wiped NOTHING = new Wiped(0, 0, 0, 0, 0);
}

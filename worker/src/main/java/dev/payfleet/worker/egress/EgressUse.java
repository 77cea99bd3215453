package dev.payfleet.worker.egress;

/// What one visit took from its egress.
///
/// @param bytesUp bytes written to the proxy (or to the origin, where there is no proxy), heads and TLS included
/// @param bytesDown bytes read from it
/// @param requests tunnels opened and requests forwarded in the clear; a tunnel counts once, whatever goes through
///     it
/// @param refused tunnels and requests that the wall of origins refused
public record EgressUse(long bytesUp, long bytesDown, long requests, long refused) {
    /// Nothing used.
    public static final EgressUse NONE = new EgressUse(0, 0, 0, 0);

    /// Both together, for a job with more than one visit.
    public EgressUse plus(EgressUse other) {
        return new EgressUse(
                bytesUp + other.bytesUp,
                bytesDown + other.bytesDown,
                requests + other.requests,
                refused + other.refused);
    }
}

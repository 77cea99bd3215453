package dev.payfleet.session;

/// A stored record does not open. The message tells what and whose it was, never a value.
public final class SealBrokenException extends RuntimeException {
    /// @param why what is wrong, phrased to follow "does not open: "
    public SealBrokenException(ConnectionKey key, String purpose, String why) {
        super("the sealed " + purpose + " of connection " + key + " does not open: " + why);
    }
}

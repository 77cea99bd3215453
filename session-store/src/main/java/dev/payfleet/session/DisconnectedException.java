package dev.payfleet.session;

/// There is no active connection of this key: the person disconnected, or never connected. Nothing may be kept
/// for it.
public final class DisconnectedException extends RuntimeException {
    public DisconnectedException(ConnectionKey key) {
        super("connection " + key + " is not connected: keep nothing, answer `disconnected`");
    }
}

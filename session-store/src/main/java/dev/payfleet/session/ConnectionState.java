package dev.payfleet.session;

/// Whether a person's consent stands.
public enum ConnectionState {
    /// There is a credential, and data may be fetched.
    ACTIVE,
    /// The person left. What remains is a tombstone: key, provider, time; nothing personal.
    DISCONNECTED
}

package dev.payfleet.session;

/// A credential as it came out of the store.
///
/// @param fingerprint a keyed hash (HMAC-SHA-256, 64 hex digits) of connection, user name and password: it
///     changes with each of them, so two connections with the same password have different ones, and without
///     the key nothing can be tried against it
public record StoredCredential(Credential credential, String fingerprint) implements AutoCloseable {
    /// Overwrites the credential.
    @Override
    public void close() {
        credential.close();
    }
}

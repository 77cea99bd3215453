package dev.payfleet.session;

/// Encrypts what is stored, bound to its connection and its purpose: under another connection or purpose it
/// does not open. Any thread may call.
public interface Sealer {
    /// Encrypts a record.
    ///
    /// @param purpose what the record is, for example `credential`
    byte[] seal(ConnectionKey key, String purpose, byte[] plain);

    /// Decrypts what [#seal] returned for the same key and purpose.
    ///
    /// @throws SealBrokenException when the record was changed, or sealed for another connection, purpose or key
    byte[] open(ConnectionKey key, String purpose, byte[] sealed);
}

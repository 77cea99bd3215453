package dev.payfleet.session;

import java.util.Optional;

/// The keyed hashes that chain the audit log: HMAC-SHA-256 under a key that is used for nothing else. Keys have
/// names, so that what an earlier key hashed can be checked after a later one took its place. Any thread may call.
public interface ChainKey {
    /// The name of the key that hashes what is new. It tells nothing about the key.
    ///
    /// @throws StoreUnavailableException when the keeper of the key gave no answer
    String id();

    /// The hash of a message, 32 bytes; empty where a key of this name is not known here.
    ///
    /// @param key the name of a key
    /// @throws StoreUnavailableException when the keeper of the key gave no answer
    Optional<byte[]> hash(String key, byte[] message);
}

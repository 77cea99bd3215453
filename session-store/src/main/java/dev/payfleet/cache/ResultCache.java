package dev.payfleet.cache;

import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.Optional;

/// Results that were read lately. Expired ones are never handed out; a disconnect removes all of a connection.
public interface ResultCache {
    /// The result, when there is one that is still good at `now`.
    ///
    /// @throws SealBrokenException when the record is damaged or not this key's
    Optional<CachedResult> find(ResultKey key, Instant now);

    /// The result, when there is one that is fresh enough for who asks.
    ///
    /// @throws SealBrokenException when the record is damaged or not this key's
    default Optional<CachedResult> find(ResultKey key, Freshness wanted) {
        return find(key, wanted.now()).filter(wanted::accepts);
    }

    /// Like [#find(ResultKey, Instant)], by the id that [#put] returned. An id of another connection finds nothing.
    ///
    /// @throws SealBrokenException when the record is damaged or not this id's
    Optional<CachedResult> findById(ConnectionKey connection, String resultId, Instant now);

    /// Keeps this result in place of an earlier one.
    ///
    /// @param fence from [dev.payfleet.session.SessionStore#claim]
    /// @return the result's id, see [ResultKey#id()]
    /// @throws StaleFenceException when the connection was claimed by another since
    /// @throws DisconnectedException when there is no active connection
    String put(ResultKey key, CachedResult result, long fence);

    /// Deletes what has expired.
    ///
    /// @return how many
    int sweep(Instant now);
}

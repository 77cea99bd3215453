package dev.payfleet.session;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The evidence that a person's data was wiped. Holds the connection's name, a time and numbers: nothing personal.
///
/// @param key whose it was
/// @param at when the wipe began that this tells of; kept to the microsecond
/// @param wiped how many of each kind are known to have been removed, in the order of their names. Repetitions add
///     to it; a try that was killed before it could say what it had removed is not in it
/// @param signOut what came of the provider's own sign-out
/// @param verified whether everything was read back afterwards and nothing was left
public record DepartureRecord(
        ConnectionKey key, Instant at, SortedMap<String, Integer> wiped, SignOutResult signOut, boolean verified) {
    public DepartureRecord {
        wiped = Collections.unmodifiableSortedMap(new TreeMap<>(wiped));
    }

    /// Nothing was removed and nothing tried yet.
    public static DepartureRecord begun(ConnectionKey key, Instant at) {
        return new DepartureRecord(key, at, new TreeMap<>(), SignOutResult.NOT_TRIED, false);
    }

    /// With more that was removed.
    public DepartureRecord plus(Map<String, Integer> more) {
        SortedMap<String, Integer> sum = new TreeMap<>(wiped);
        more.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new DepartureRecord(key, at, sum, signOut, verified);
    }

    /// With what came of a sign-out. A repetition, which finds no session any more, takes nothing back.
    public DepartureRecord signedOut(SignOutResult result) {
        boolean lessTold = result == SignOutResult.NO_SESSION && signOut != SignOutResult.NOT_TRIED;
        return lessTold ? this : new DepartureRecord(key, at, wiped, result, verified);
    }

    /// With what came of reading everything back.
    public DepartureRecord verified(boolean nothingLeft) {
        return new DepartureRecord(key, at, wiped, signOut, nothingLeft);
    }
}

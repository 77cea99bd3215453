package dev.payfleet.session.sealing;

import dev.payfleet.session.StoreUnavailableException;
import java.util.Optional;

/// Tells a record that does not open from a key that could not be had: the first is broken for good, the second is
/// not.
@FunctionalInterface
public interface KeyOutage {
    /// For keys that are at hand.
    KeyOutage NEVER = _ -> Optional.empty();

    /// What kept the key away, when that is what the failure comes from.
    Optional<StoreUnavailableException> behind(RuntimeException failure);
}

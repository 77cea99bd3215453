package dev.payfleet.session.keys;

import java.util.List;

/// What operators do with the keys that records are sealed under. Both may be done while the fleet works.
public interface KeyDesk {
    /// Every key that opens records here or that a record names, and how many records are sealed under it. Reads
    /// the headers of all records and opens none.
    List<KeyUse> status();

    /// Makes a new key, which seals from then on, and seals anew what is sealed under former ones. Ended in the
    /// middle, by whatever, it leaves everything readable, and the next call goes on where it stopped.
    ///
    /// @param watch told how it gets on, on the calling thread; what it throws ends the rotation
    /// @throws RotationBusyException when another process rotates, where that can be told
    /// @throws InterruptedException when the thread is interrupted meanwhile
    KeyRotation rotate(RotationWatch watch) throws InterruptedException;
}

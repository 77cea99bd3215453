package dev.payfleet.session.keys;

import java.time.Duration;
import java.util.List;

/// Is told how a rotation gets on: for a picture of it, and for an account of it that is kept. Holds ids and counts
/// alone.
public interface RotationWatch {
    /// Who does not care.
    RotationWatch NOBODY = new RotationWatch() {
        @Override
        public void began(boolean resumed, List<String> sealsNow, long records) {}

        @Override
        public void resealed(long done, long left) {}

        @Override
        public void waits(Duration most) {}

        @Override
        public void ended(KeyRotation rotation) {}
    };

    /// The new key is there and seals.
    ///
    /// @param resumed whether an earlier rotation had made it
    /// @param sealsNow the ids of the keys that seal from now on
    /// @param records how many are to be sealed anew
    void began(boolean resumed, List<String> sealsNow, long records);

    /// A few more records are sealed anew.
    ///
    /// @param done how many so far
    /// @param left how many of those that were there at the beginning, at most, are not
    void resealed(long done, long left);

    /// It waits until every process knows the new key.
    ///
    /// @param most how long at most
    void waits(Duration most);

    /// It is done.
    void ended(KeyRotation rotation);
}

package dev.payfleet.worker.job;

import dev.payfleet.session.DisconnectedException;
import java.util.function.Supplier;

/// Whether the person whose account a job uses still wants it used. Asked before each step that touches the
/// provider, so that a job in flight stops when its person leaves, on whichever worker it runs.
public interface Consent {
    /// Where no connection is at stake.
    Consent ASSUMED = new Consent() {
        @Override
        public void require() {
            // Nobody can leave.
        }

        @Override
        public void requireNow() {
            // Nobody can leave.
        }
    };

    /// Goes on while the consent stood a moment ago. Cheap; for every step.
    ///
    /// @throws DisconnectedException when the person left
    void require();

    /// Goes on while the consent stands.
    ///
    /// @throws DisconnectedException when the person left
    /// @throws dev.payfleet.session.StoreUnavailableException when that cannot be told
    void requireNow();

    /// Writes to a place that knows no fence. A person who leaves is made a tombstone first and wiped then: either
    /// the wipe comes after the write and takes it along, or the write ends after the tombstone was there, is seen
    /// here to be too late, and is undone. A worker killed between the two leaves what the job's next delivery
    /// wipes, see [Departure#wipeAgain].
    ///
    /// @param undo removes what was written
    /// @throws DisconnectedException when the person left; nothing is kept then
    default <T> T keeping(Supplier<T> write, Runnable undo) {
        requireNow();
        T written = write.get();
        try {
            requireNow();
        } catch (DisconnectedException e) {
            undo.run();
            throw e;
        }
        return written;
    }
}

package dev.payfleet.worker.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Substitutes for lanes that wait for a person, so that the others' work does not wait with them. A substitute
/// is a lane like any other; it goes, between two visits, when a lane that waited is back at work.
///
/// There is a seat for each substitute that may be lent. A visit takes one before it begins, because a person who
/// was asked already can't be sent away.
final class Loans {
    private static final Logger LOG = LoggerFactory.getLogger(Loans.class);

    private final int seats;
    private final int firstNumber;
    private final IntFunction<LaneSlot> opening;
    private final List<LaneSlot> lent = new CopyOnWriteArrayList<>();
    private int taken;
    private boolean closed;

    /// @param seats how many substitutes there may be
    /// @param firstNumber the number of the first substitute's slot
    /// @param opening makes the slot of that number
    Loans(int seats, int firstNumber, IntFunction<LaneSlot> opening) {
        this.seats = seats;
        this.firstNumber = firstNumber;
        this.opening = opening;
    }

    /// Takes a seat for a visit that may come to wait.
    ///
    /// @return false when all are taken
    synchronized boolean takeSeat() {
        if (taken == seats) {
            return false;
        }
        taken++;
        return true;
    }

    /// Gives the seat of a visit back.
    synchronized void leaveSeat() {
        taken--;
    }

    /// A lane waits from now on: another works in its place.
    void lend() {
        LaneSlot substitute;
        synchronized (this) {
            if (closed) {
                return;
            }
            substitute = opening.apply(freeNumber());
            lent.add(substitute);
        }
        LOG.info("lane {}: lent while another waits for a person", substitute.number());
        substitute.open();
    }

    /// A lane waits no longer: one substitute goes when it is free.
    void callIn() {
        lent.stream().filter(slot -> !slot.isRetiring()).findFirst().ifPresent(LaneSlot::retire);
    }

    /// Hears that a substitute has gone.
    void gone(LaneSlot slot) {
        lent.remove(slot);
    }

    /// The substitutes that there are.
    List<LaneSlot> slots() {
        return List.copyOf(lent);
    }

    /// Lends no more.
    synchronized void close() {
        closed = true;
    }

    private int freeNumber() {
        int number = firstNumber;
        while (isUsed(number)) {
            number++;
        }
        return number;
    }

    private boolean isUsed(int number) {
        return lent.stream().anyMatch(slot -> slot.number() == number);
    }
}

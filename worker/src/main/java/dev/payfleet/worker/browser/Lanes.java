package dev.payfleet.worker.browser;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The pool of lanes.
public final class Lanes implements AutoCloseable {
    public Lanes(LaneConfig config, InstantSource clock) {
        throw new UnsupportedOperationException(config + " " + clock);
    }

    /// Starts all lanes in the background and returns at once.
    public void start() {}

    /// Lends a lane to the work: waits for a free one, gives it a fresh context, runs the work on the lane's own thread and
    /// closes the context, whatever happens. When it returns or throws, the work is not running any more (a stuck work that
    /// does not even notice its browser's death apart: that one is given up).
    ///
    /// @throws LaneException when the browser's side failed; what the work itself throws passes unchanged
    /// @throws InterruptedException when interrupted while waiting, or during the work: its browser is killed then
    public <T> T visit(VisitSpec spec, LaneWork<T> work) throws InterruptedException {
        throw new UnsupportedOperationException(spec + " " + work);
    }

    /// The health of every lane.
    public List<LaneReport> report() {
        return List.of();
    }

    /// Takes no more visits and waits for the running ones.
    ///
    /// @return whether all of them ended in time
    public boolean drain(Duration patience) throws InterruptedException {
        throw new UnsupportedOperationException(patience.toString());
    }

    /// Kills what still runs and wipes the lanes' temporary files. Nothing is left afterwards.
    @Override
    public void close() {}
}

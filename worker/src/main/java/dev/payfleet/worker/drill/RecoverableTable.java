package dev.payfleet.worker.drill;

import java.time.Instant;

/// Port: a table in use that can be brought back under another name, and its copy under that name, the scratch
/// table.
public interface RecoverableTable {
    /// Its name in the deployment.
    String name();

    /// The latest point at which it can be brought back.
    Instant latest();

    /// How many items it holds.
    long count();

    /// Begins to bring it back as it was at a point, and does not wait for it.
    void restore(Instant point);

    /// Whether its scratch table is there. Right after [#restore] it may not be known yet.
    ScratchState scratch();

    /// How many items the scratch table holds.
    long countScratch();

    /// Begins to delete the scratch table, which must be there.
    void dropScratch();
}

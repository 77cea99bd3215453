package dev.payfleet.worker.drill;

import dev.payfleet.session.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The scratch tables of a drill: brought back all at once, and deleted when it is closed, however the drill ended.
/// For one thread.
final class ScratchTables implements AutoCloseable {
    private final List<RecoverableTable> tables;
    private final Pace pace;
    private final InstantSource clock;
    private final DrillProgress progress;
    private final Set<RecoverableTable> unseen = new HashSet<>();
    private Instant asked = Instant.EPOCH;

    ScratchTables(List<RecoverableTable> tables, Pace pace, InstantSource clock, DrillProgress progress) {
        this.tables = tables;
        this.pace = pace;
        this.clock = clock;
        this.progress = progress;
    }

    /// Brings all of them back, and waits until they are there.
    ///
    /// @return how long each took
    Map<RecoverableTable, Duration> restore(Instant point) throws InterruptedException {
        asked = clock.instant();
        for (RecoverableTable table : tables) {
            table.restore(point);
            unseen.add(table);
        }
        Map<RecoverableTable, Duration> took = new LinkedHashMap<>();
        List<RecoverableTable> late = await(table -> {
            if (!isThere(table)) {
                return false;
            }
            took.put(table, Duration.between(asked, clock.instant()));
            return true;
        });
        if (!late.isEmpty()) {
            throw new DrillException("restoring took longer than "
                    + pace.longest().toHours() + " h: " + names(late) + "; look at the tables in the console");
        }
        return took;
    }

    private boolean isThere(RecoverableTable table) {
        boolean there = state(table) == ScratchState.THERE;
        progress.reached(table.name(), there ? DrillStage.RESTORED : DrillStage.RESTORING);
        return there;
    }

    /// Deletes what is there, also what an earlier drill left that was killed. A table that is still on its way
    /// can't be deleted before it has come.
    void clear() throws InterruptedException {
        List<RecoverableTable> refused = new ArrayList<>();
        refused.addAll(await(table -> {
            try {
                return isGone(table);
            } catch (StoreUnavailableException e) {
                // The others are to go all the same.
                refused.add(table);
                return true;
            }
        }));
        if (!refused.isEmpty()) {
            throw new DrillException("scratch tables could not be deleted: those of " + names(refused)
                    + "; the next drill tries again, or delete them yourself");
        }
    }

    private boolean isGone(RecoverableTable table) {
        if (state(table) == ScratchState.THERE) {
            table.dropScratch();
        }
        boolean gone = state(table) == ScratchState.NONE && !isStillToCome(table);
        progress.reached(table.name(), gone ? DrillStage.DELETED : DrillStage.DELETING);
        return gone;
    }

    private ScratchState state(RecoverableTable table) {
        ScratchState state = table.scratch();
        if (state != ScratchState.NONE) {
            unseen.remove(table);
        }
        return state;
    }

    /// DynamoDB may say for a moment that there is no table of a name that it was just given.
    private boolean isStillToCome(RecoverableTable table) {
        return unseen.contains(table) && clock.instant().isBefore(asked.plus(pace.appears()));
    }

    /// Looks again and again.
    ///
    /// @return those of which it did not come true in time
    private List<RecoverableTable> await(Predicate<RecoverableTable> done) throws InterruptedException {
        Instant end = clock.instant().plus(pace.longest());
        List<RecoverableTable> left = new ArrayList<>(tables);
        left.removeIf(done);
        while (!left.isEmpty() && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(pace.pause().toMillis());
            left.removeIf(done);
        }
        return left;
    }

    private static String names(List<RecoverableTable> tables) {
        return String.join(", ", tables.stream().map(RecoverableTable::name).toList());
    }

    @Override
    public void close() {
        try {
            clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while scratch tables were deleted; the next drill deletes the rest");
        }
    }
}

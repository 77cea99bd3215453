package dev.payfleet.worker.drill;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.worker.drill.DrillReport.OpeningCheck;
import dev.payfleet.worker.drill.DrillReport.TableCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings every recoverable table back under another name, at the latest point that all of them have in common,
/// looks whether it is all there and opens, and deletes it again. Tables in use are only read. One at a time: a
/// drill begins by deleting what it takes for the rest of an earlier one.
public final class RestoreDrill {
    private static final int SAMPLE = 100;
    private static final ConnectionKey STRANGER = new ConnectionKey("payfleet", "restore-drill");

    private final Recovery recovery;
    private final Pace pace;
    private final InstantSource clock;

    public RestoreDrill(Recovery recovery, Pace pace, InstantSource clock) {
        this.recovery = recovery;
        this.pace = pace;
        this.clock = clock;
    }

    /// Does it. What it found, or that it could not look, is in the log as `restore_drill` too.
    ///
    /// @return what was found, also where it is not as it should be
    /// @throws DrillException when a table did not come back in time, or a scratch table could not be deleted
    /// @throws dev.payfleet.session.StoreUnavailableException when AWS gave no answer, or refused
    /// @throws InterruptedException when told to end meanwhile; the scratch tables are deleted even so
    public DrillReport run(DrillProgress progress) throws InterruptedException {
        DrillReport report;
        try (ScratchTables scratch = new ScratchTables(recovery.tables(), pace, clock, progress)) {
            report = drill(scratch, progress);
        } catch (RuntimeException | InterruptedException e) {
            DrillLog.notDone(e);
            throw e;
        }
        DrillLog.done(report);
        return report;
    }

    private DrillReport drill(ScratchTables scratch, DrillProgress progress) throws InterruptedException {
        scratch.clear();
        Instant start = clock.instant();
        List<RecoverableTable> tables = recovery.tables();
        Map<RecoverableTable, Instant> latest = new HashMap<>();
        Map<RecoverableTable, Long> inUse = new HashMap<>();
        for (RecoverableTable table : tables) {
            latest.put(table, table.latest());
            inUse.put(table, table.count());
        }
        Instant point = latest.values().stream().min(Instant::compareTo).orElse(start);
        Map<RecoverableTable, Duration> took = scratch.restore(point);
        List<TableCheck> checks = new ArrayList<>();
        took.forEach((table, time) -> {
            checks.add(new TableCheck(
                    table.name(),
                    Duration.between(latest.getOrDefault(table, point), start),
                    time,
                    inUse.getOrDefault(table, 0L),
                    table.countScratch()));
            progress.reached(table.name(), DrillStage.COUNTED);
        });
        OpeningCheck opening = opening();
        return new DrillReport(
                Duration.between(point, start), Duration.between(start, clock.instant()), checks, opening);
    }

    private OpeningCheck opening() {
        List<SealedRecord> sample = recovery.sample(SAMPLE);
        int opened = Math.toIntExact(
                sample.stream().filter(record -> opens(record, record.owner())).count());
        boolean refused =
                sample.stream().findFirst().stream().noneMatch(record -> opens(record, stranger(record, sample)));
        return new OpeningCheck(sample.size(), opened, refused);
    }

    /// Another connection of the sample, or one that there is not.
    private static ConnectionKey stranger(SealedRecord record, List<SealedRecord> sample) {
        return sample.stream()
                .map(SealedRecord::owner)
                .filter(owner -> !owner.equals(record.owner()))
                .findFirst()
                .orElse(STRANGER);
    }

    private static boolean opens(SealedRecord record, ConnectionKey key) {
        try {
            record.openFor(key);
            return true;
        } catch (SealBrokenException e) {
            return false;
        }
    }
}

package dev.payfleet.worker.drill;

import dev.payfleet.worker.drill.DrillReport.TableCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The one line that a drill leaves for good: figures, and no name of anybody.
final class DrillLog {
    private static final Logger LOG = LoggerFactory.getLogger(DrillLog.class);
    private static final String EVENT = "restore_drill";

    private DrillLog() {}

    static void done(DrillReport report) {
        LOG.atLevel(report.passed() ? Level.INFO : Level.ERROR)
                .addKeyValue("event", EVENT)
                .addKeyValue("passed", report.passed())
                .addKeyValue("lag_seconds", report.lag().toSeconds())
                .addKeyValue("time_seconds", report.time().toSeconds())
                .addKeyValue("tables", report.tables().size())
                .addKeyValue(
                        "items_in_use",
                        report.tables().stream().mapToLong(TableCheck::inUse).sum())
                .addKeyValue(
                        "items_restored",
                        report.tables().stream().mapToLong(TableCheck::restored).sum())
                .addKeyValue("records_tried", report.opening().tried())
                .addKeyValue("records_opened", report.opening().opened())
                .addKeyValue("stranger_refused", report.opening().strangerRefused())
                .addKeyValue("failures", String.join("; ", report.failures()))
                .log("a restore drill was done");
    }

    static void notDone(Exception failure) {
        LOG.atError()
                .addKeyValue("event", EVENT)
                .addKeyValue("passed", false)
                .addKeyValue("failures", failure.getClass().getSimpleName())
                .setCause(failure)
                .log("a restore drill could not be done");
    }
}

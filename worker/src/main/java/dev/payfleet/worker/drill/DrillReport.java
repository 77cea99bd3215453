package dev.payfleet.worker.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a drill found.
///
/// @param lag how old the point is that all tables were brought back at: what would be lost, the RPO
/// @param time from the drill's start to its last check: the RTO
/// @param tables each table
/// @param opening the sealed records
public record DrillReport(Duration lag, Duration time, List<TableCheck> tables, OpeningCheck opening) {
    /// Of so many items, one may have been written or deleted since the point.
    private static final int ONE_IN = 100;

    public DrillReport {
        tables = List.copyOf(tables);
    }

    /// One table.
    ///
    /// @param name in the deployment
    /// @param lag how old its own latest point is
    /// @param took how long it took until it was there
    /// @param inUse how many items there were at the drill's start
    /// @param restored how many came back
    public record TableCheck(String name, Duration lag, Duration took, long inUse, long restored) {
        /// Whether as many came back as may be expected.
        public boolean passed() {
            return Math.abs(inUse - restored) * ONE_IN <= inUse;
        }
    }

    /// The sealed records.
    ///
    /// @param tried how many were to be opened
    /// @param opened how many did open
    /// @param strangerRefused whether one did not open for another connection
    public record OpeningCheck(int tried, int opened, boolean strangerRefused) {
        /// Whether all opened, to their owners alone. Of nothing nothing can be said.
        public boolean passed() {
            return tried > 0 && opened == tried && strangerRefused;
        }
    }

    /// Whether every check passed.
    public boolean passed() {
        return failures().isEmpty();
    }

    /// What did not pass, in words.
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        tables.stream()
                .filter(table -> !table.passed())
                .map(table -> "%s: %d items came back, %d are in use, expected at most one in %d to differ"
                        .formatted(table.name(), table.restored(), table.inUse(), ONE_IN))
                .forEach(failures::add);
        if (opening.tried() == 0) {
            failures.add("sealed records: there is none to open, so that nothing is shown");
        } else if (opening.opened() < opening.tried()) {
            failures.add("sealed records: %d of %d do not open"
                    .formatted(opening.tried() - opening.opened(), opening.tried()));
        }
        if (opening.tried() > 0 && !opening.strangerRefused()) {
            failures.add("sealed records: one opens for another connection");
        }
        return failures;
    }
}

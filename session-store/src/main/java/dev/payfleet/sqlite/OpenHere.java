package dev.payfleet.sqlite;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Which databases this very process has open. Closing any descriptor of a file drops all of the process's locks on
/// it (fcntl(2)), and SQLite's rest on those: so a file that is open here is not looked into from outside SQLite
/// again.
///
/// To be used while holding the monitor of the class [SqliteFile].
final class OpenHere {
    private static final Map<Path, Integer> TIMES = new HashMap<>();

    private OpenHere() {}

    static boolean contains(Path realPath) {
        return TIMES.containsKey(realPath);
    }

    static void add(Path realPath) {
        TIMES.merge(realPath, 1, Integer::sum);
    }

    static void remove(Path realPath) {
        TIMES.computeIfPresent(realPath, (path, times) -> times == 1 ? null : times - 1);
    }
}

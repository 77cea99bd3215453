package dev.payfleet.worker.bench;

import dev.payfleet.worker.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Proportional set size in bytes, from Linux' `smaps_rollup`: pages that processes share are counted once, split
/// among them.
///
/// @param root of the process itself
/// @param below of all processes below it
record Pss(long root, long below) {
    private static final String LABEL = "Pss:";
    private static final int KIB = 1024;

    static Pss of(long pid) {
        long below = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(process -> bytes(process.pid()))
                .sum();
        return new Pss(bytes(pid), below);
    }

    /// 0 for a process that ended meanwhile.
    private static long bytes(long pid) {
        Path file = Path.of("/proc/" + pid + "/smaps_rollup");
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            throw new StageException("memory can be measured on Linux only: there is no " + file);
        }
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> line.startsWith(LABEL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}

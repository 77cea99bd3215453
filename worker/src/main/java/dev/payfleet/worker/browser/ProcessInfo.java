package dev.payfleet.worker.browser;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the kernel says of one process in `/proc/<pid>/stat`, which every user may read, sandboxed processes
/// included.
///
/// Read by plain streams: the channels of `Files` fail on an interrupted thread, and a killer that sees no
/// process because it was interrupted would call its work done.
///
/// @param name of its program, at most 15 characters
/// @param group the process group
record ProcessInfo(long pid, String name, long parent, long group) {
    private static final File PROC = new File("/proc");

    /// All living processes; a zombie is dead.
    static List<ProcessInfo> all() {
        List<ProcessInfo> found = new ArrayList<>();
        String[] entries = PROC.list((folder, name) -> Character.isDigit(name.charAt(0)));
        if (entries != null) {
            for (String entry : entries) {
                read(Long.parseLong(entry)).ifPresent(found::add);
            }
        }
        return found;
    }

    /// Whether its environment at its start held this entry; false where we may not look.
    boolean wasStartedWith(String entry) {
        try {
            return ("\0" + content(pid, "environ")).contains("\0" + entry + "\0");
        } catch (IOException e) {
            return false;
        }
    }

    /// Its memory with shared pages counted in parts; where we may not look (Chromium's sandbox hides its
    /// processes), the pages it shares with nobody.
    long memoryBytes() {
        try {
            return content(pid, "smaps_rollup")
                    .lines()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return ownPages();
        }
    }

    private long ownPages() {
        try {
            String[] pages = content(pid, "statm").split(" ");
            return (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * 4096;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String content(long pid, String file) throws IOException {
        try (FileInputStream in = new FileInputStream(PROC + "/" + pid + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<ProcessInfo> read(long pid) {
        try {
            String stat = content(pid, "stat");
            // The name stands in parentheses and may hold some itself.
            int nameEnd = stat.lastIndexOf(')');
            String[] rest = stat.substring(nameEnd + 2).split(" ");
            if (rest[0].equals("Z") || rest[0].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessInfo(
                    pid,
                    stat.substring(stat.indexOf('(') + 1, nameEnd),
                    Long.parseLong(rest[1]),
                    Long.parseLong(rest[2])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

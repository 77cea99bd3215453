package dev.payfleet.worker.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// All processes of one lane: the driver, its browser, and what they started. Three nets catch them, because each
/// has a hole: a mark in the environment (Chromium's helpers may have lost theirs), descent (a child whose parent
/// died belongs to nobody), and the process group of the browser (a wrapper or crash handler may leave it). Safe
/// for use by many threads.
final class ProcessTree {
    private static final String VARIABLE = "PAYFLEET_LANE";
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private final String id;
    private final Set<Family> families = ConcurrentHashMap.newKeySet();

    /// A process group and the program in it: the number alone might come to belong to a stranger.
    private record Family(long group, String name) {}

    /// The tree of what is yet to be started with this mark.
    ///
    /// @param id unique to the lane, among all workers of this machine
    ProcessTree(String id) {
        this.id = id;
    }

    /// The name of the environment variable that marks the lane's processes; its value is the id.
    static String variable() {
        return VARIABLE;
    }

    String id() {
        return id;
    }

    /// The living processes, parents before children where it is known.
    List<ProcessInfo> members() {
        List<ProcessInfo> all = ProcessInfo.all();
        long self = ProcessHandle.current().pid();
        long ownGroup = all.stream()
                .filter(process -> process.pid() == self)
                .mapToLong(ProcessInfo::group)
                .findFirst()
                .orElse(-1);
        List<ProcessInfo> members = new ArrayList<>();
        Set<Long> pids = new HashSet<>();
        String mark = VARIABLE + "=" + id;
        all.stream()
                .filter(process -> process.pid() != self && (inFamily(process) || process.wasStartedWith(mark)))
                .forEach(process -> take(process, members, pids));
        addDescendants(all, members, pids);
        members.stream()
                .filter(process -> process.group() != ownGroup)
                .forEach(process -> families.add(new Family(process.group(), process.name())));
        return members;
    }

    /// Kills all of them with SIGKILL and looks until none is left.
    ///
    /// @return whether none is left
    boolean kill(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<ProcessInfo> left = members();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            left = members();
        }
        return left.isEmpty();
    }

    /// Proportional set size of all of them together.
    long memoryBytes() {
        return members().stream().mapToLong(ProcessInfo::memoryBytes).sum();
    }

    private boolean inFamily(ProcessInfo process) {
        return families.contains(new Family(process.group(), process.name()));
    }

    private static void addDescendants(List<ProcessInfo> all, List<ProcessInfo> members, Set<Long> pids) {
        int before;
        do {
            before = pids.size();
            all.stream()
                    .filter(process -> pids.contains(process.parent()))
                    .forEach(process -> take(process, members, pids));
        } while (pids.size() > before);
    }

    private static void take(ProcessInfo process, List<ProcessInfo> members, Set<Long> pids) {
        if (pids.add(process.pid())) {
            members.add(process);
        }
    }
}

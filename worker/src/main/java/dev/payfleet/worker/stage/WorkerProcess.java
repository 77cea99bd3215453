package dev.payfleet.worker.stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A worker in a process of its own: this very program, with the same Java and the same class path,
/// told to `work`.
///
/// Remembers every process that was ever seen below it, so that what it leaves behind can be found.
public final class WorkerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Process process;
    private final Path log;
    private final Set<ProcessHandle> seenBelow = ConcurrentHashMap.newKeySet();

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts `work`; its log, one JSON object a line, goes to the file.
    static WorkerProcess start(Map<String, String> settings, Path driver, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command(driver));
        builder.environment().keySet().removeIf(name -> name.equals("PAYFLEET_DIRECT"));
        builder.environment().putAll(settings);
        builder.redirectOutput(log.toFile());
        builder.redirectError(log.resolveSibling(log.getFileName() + ".err").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        try {
            return new WorkerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new StageException("cannot start a worker: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path driver) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The options that this process was given (heap, collector, native access) are meant for workers as well.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-Dplaywright.cli.dir=" + driver);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.payfleet.worker.Main", "work"));
        return command;
    }

    /// Its number.
    public long pid() {
        return process.pid();
    }

    /// Where its log goes.
    public Path log() {
        return log;
    }

    /// Whether it runs.
    public boolean isAlive() {
        return process.isAlive();
    }

    /// Looks which processes there are below the worker now: driver and browsers.
    public void look() {
        process.descendants().forEach(seenBelow::add);
    }

    /// Those that were ever seen below the worker and still live a moment after its end. What has ended and waits
    /// for its parent to notice (a zombie) lives no more.
    public List<ProcessHandle> leftOver() throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        List<ProcessHandle> alive = alive();
        while (!alive.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
            alive = alive();
        }
        return alive;
    }

    private List<ProcessHandle> alive() {
        return seenBelow.stream()
                .filter(ProcessHandle::isAlive)
                .filter(handle -> !isZombie(handle))
                .toList();
    }

    private static boolean isZombie(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            // No such system, or gone meanwhile; isAlive knows.
            return false;
        }
    }

    /// SIGKILL: no hook runs, nothing is tidied up.
    public void kill() throws InterruptedException {
        look();
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM: the worker drains and ends by itself.
    ///
    /// @return whether it did, in time
    public boolean stop() throws InterruptedException {
        look();
        process.destroy();
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            look();
            process.destroyForcibly();
        }
        alive().forEach(ProcessHandle::destroyForcibly);
    }
}

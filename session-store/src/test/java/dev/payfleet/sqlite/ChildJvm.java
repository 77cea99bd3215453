package dev.payfleet.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Another real process on the test's class path, which talks by the lines it prints and can be killed at any
/// moment.
public final class ChildJvm implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// The next line the child prints.
    ///
    /// @throws AssertionError when it ends or says nothing for a minute
    public String line() throws InterruptedException {
        FutureTask<String> reading = new FutureTask<>(this::readLine);
        Thread.ofVirtual().start(reading);
        try {
            String line = reading.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the child ended, exit code " + process.waitFor());
            }
            return line;
        } catch (TimeoutException silent) {
            process.destroyForcibly();
            throw new AssertionError("the child said nothing for " + DEADLINE, silent);
        } catch (ExecutionException failed) {
            throw new AssertionError("the child's output can't be read", failed.getCause());
        }
    }

    private String readLine() {
        try {
            return output.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// SIGKILL: no shutdown hook and no finally runs in the child.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for the child to end by itself.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the child did not end within " + DEADLINE);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

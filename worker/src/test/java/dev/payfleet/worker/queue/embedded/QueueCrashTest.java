package dev.payfleet.worker.queue.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes on one file, and real kills.
class QueueCrashTest {

    private static final int GROUPS = 50;
    private static final int EACH = 6;

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private SqliteFile file;
    private SqliteJobQueue queue;

    @BeforeEach
    void open() {
        file = SqliteFile.open(folder.resolve("payfleet.db"));
        queue = SqliteJobQueue.open(file, InstantSource.system(), 100);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        queue.close();
        file.close();
    }

    @Test
    void gives_out_again_what_a_killed_process_held() throws Exception {
        for (int i = 0; i < 10; i++) {
            queue.send(NewMessage.of("group-" + i, "job-" + i, MessageBody.of("job-" + i)));
        }
        Process holder = start(QueueProcess.Task.HOLD);
        assertThat(holder.inputReader().readLine()).isEqualTo("holding 10");

        holder.destroyForcibly().waitFor();

        Set<String> again = new HashSet<>();
        while (again.size() < 10) {
            List<Delivery> deliveries = queue.receive(10, Duration.ofMinutes(1), Duration.ofSeconds(10)).stream()
                    .flatMap(turn -> turn.deliveries().stream())
                    .toList();
            assertThat(deliveries).isNotEmpty().allSatisfy(delivery -> {
                assertThat(delivery.attempt()).isEqualTo(2);
                assertThat(again.add(delivery.group())).isTrue();
            });
            deliveries.forEach(
                    delivery -> assertThat(queue.complete(delivery.receipt())).isTrue());
        }
        assertThat(SqliteQueueDesk.open(file, InstantSource.system()).depths().ready())
                .isZero();
    }

    @Test
    void serves_every_message_once_and_in_order_to_four_processes() throws Exception {
        fill();
        for (int i = 0; i < 4; i++) {
            start(QueueProcess.Task.SERVE);
        }
        waitForAll();

        assertThat(completed()).doesNotHaveDuplicates().hasSize(GROUPS * EACH);
        for (int group = 0; group < GROUPS; group++) {
            assertThat(begun(group)).isSorted().doesNotHaveDuplicates().hasSize(EACH);
        }
    }

    @Test
    void loses_nothing_and_completes_nothing_twice_when_processes_are_killed() throws Exception {
        fill();
        for (int i = 0; i < 2; i++) {
            killAtWork(start(QueueProcess.Task.SERVE));
        }
        start(QueueProcess.Task.SERVE);
        start(QueueProcess.Task.SERVE);
        waitForAll();

        assertThat(completed()).doesNotHaveDuplicates();
        for (int group = 0; group < GROUPS; group++) {
            assertThat(begun(group)).isSorted();
            assertThat(new HashSet<>(begun(group))).hasSize(EACH);
        }
        SqliteQueueDesk desk = SqliteQueueDesk.open(file, InstantSource.system());
        assertThat(desk.depths().ready()
                        + desk.depths().inFlight()
                        + desk.depths().dead())
                .isZero();
    }

    /// Kills a process that has begun to work and is far from done.
    private static void killAtWork(Process victim) throws IOException, InterruptedException {
        for (int line = 0; line < 5; line++) {
            assertThat(victim.inputReader().readLine()).startsWith("completed ");
        }
        victim.destroyForcibly().waitFor();
    }

    private void fill() {
        for (int i = 0; i < EACH; i++) {
            for (int group = 0; group < GROUPS; group++) {
                String name = "job-%02d-%02d".formatted(group, i);
                queue.send(NewMessage.of("group-" + group, name, MessageBody.of(name)));
            }
        }
    }

    private Process start(QueueProcess.Task task) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        QueueProcess.class.getName(),
                        task.name(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private void waitForAll() throws InterruptedException {
        for (Process process : processes) {
            assertThat(process.waitFor(120, SECONDS)).isTrue();
        }
    }

    private List<String> completed() throws IOException {
        Path trace = folder.resolve("completed");
        return Files.exists(trace) ? Files.readAllLines(trace) : List.of();
    }

    private List<String> begun(int group) throws IOException {
        return Files.readAllLines(folder.resolve("begun-group-" + group));
    }
}

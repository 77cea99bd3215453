package dev.payfleet.worker.queue.embedded;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// A worker process of the crash tests. It ends when it is killed, or when nothing comes any more.
final class QueueProcess {

    /// What the process is to do.
    enum Task {
        /// Take ten messages, say so, and hold them until the kill comes.
        HOLD,
        /// Work on messages until none comes for a while.
        SERVE
    }

    private static final Duration VISIBILITY = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(7);

    private QueueProcess() {}

    public static void main(String[] arguments) throws Exception {
        Task task = Task.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path folder = Path.of(arguments[1]);
        try (SqliteFile file = SqliteFile.open(folder.resolve("payfleet.db"));
                SqliteJobQueue queue = SqliteJobQueue.open(file, InstantSource.system(), 100)) {
            switch (task) {
                case HOLD -> hold(queue);
                case SERVE -> serve(queue, folder);
            }
        }
    }

    private static void hold(SqliteJobQueue queue) throws InterruptedException, IOException {
        List<Turn> held = queue.receive(10, VISIBILITY, IDLE);
        say("holding " + held.stream().mapToInt(Turn::size).sum());
        // Nothing is ever written to it: the kill ends the wait.
        System.in.read();
    }

    private static void serve(SqliteJobQueue queue, Path folder) throws InterruptedException, IOException {
        List<Turn> taken = queue.receive(4, VISIBILITY, IDLE);
        while (!taken.isEmpty()) {
            for (Turn turn : taken) {
                serve(queue, folder, turn);
            }
            taken = queue.receive(4, VISIBILITY, IDLE);
        }
    }

    /// As the worker's loop does: what waited is begun only while it is ours.
    private static void serve(SqliteJobQueue queue, Path folder, Turn turn) throws IOException {
        for (Delivery delivery : turn.deliveries()) {
            if (!queue.extend(delivery.receipt(), VISIBILITY)) {
                return;
            }
            serve(queue, folder, delivery);
        }
    }

    /// Leaves a trace of each step in files that outlive the process.
    private static void serve(SqliteJobQueue queue, Path folder, Delivery delivery) throws IOException {
        String name = new String(delivery.body().bytes(), StandardCharsets.UTF_8);
        append(folder.resolve("begun-" + delivery.group()), name);
        if (queue.complete(delivery.receipt())) {
            append(folder.resolve("completed"), name);
            say("completed " + name);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// One write of one line, which the operating system does not mix with others'.
    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

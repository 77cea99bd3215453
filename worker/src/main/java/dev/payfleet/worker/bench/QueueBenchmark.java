package dev.payfleet.worker.bench;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How many operations per second the embedded queue does: on a new file, from one thread and from several, and
/// with much in it. Every send and every completion is one durable transaction of its own.
public final class QueueBenchmark {

    private static final Duration VISIBILITY = Duration.ofMinutes(10);
    private static final int BATCH = 10;
    private static final int GROUPS = 500;

    /// The body of a typical job is about this long.
    private static final MessageBody BODY = MessageBody.of("x".repeat(600));

    private final Path folder;
    private final int operations;
    private final List<Figure> figures = new ArrayList<>();

    /// @param folder an existing, empty folder; the files stay there
    /// @param operations how many of each kind
    public QueueBenchmark(Path folder, int operations) {
        this.folder = folder;
        this.operations = operations;
    }

    /// Runs `QueueBenchmark FOLDER [OPERATIONS]` and prints the table.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int operations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4000;
        print(new QueueBenchmark(Path.of(arguments[0]), operations).run(), System.out);
    }

    /// Measures everything; takes some seconds.
    public List<Figure> run() throws InterruptedException, ExecutionException {
        withQueue("warm-up.db", queue -> {
            send(queue, "warm-up", 1);
            receive(queue, "warm-up", 1, 1);
        });
        figures.clear();
        for (int threads : new int[] {1, 4}) {
            withQueue("threads-" + threads + ".db", queue -> {
                send(queue, "send", threads);
                receive(queue, "receive one + complete", threads, 1);
                send(queue, "", threads);
                receive(queue, "receive ten + complete each", threads, BATCH);
            });
        }
        withQueue("full.db", queue -> {
            fill(queue, 50_000, 2);
            receive(queue, "100,000 queued in 50,000 groups: receive one + complete", 1, 1);
        });
        return figures.stream().filter(figure -> !figure.what().startsWith(",")).toList();
    }

    /// Prints figures as a table.
    public static void print(List<Figure> figures, PrintStream out) {
        out.printf("%-72s %10s %8s%n", "embedded queue", "per second", "µs each");
        for (Figure figure : figures) {
            out.printf("%-72s %10d %8d%n", figure.what(), figure.perSecond(), figure.micros());
        }
    }

    @FunctionalInterface
    private interface Measurement {
        void of(SqliteJobQueue queue) throws InterruptedException, ExecutionException;
    }

    private void withQueue(String name, Measurement measurement) throws InterruptedException, ExecutionException {
        try (SqliteFile file = SqliteFile.open(folder.resolve(name));
                SqliteJobQueue queue = SqliteJobQueue.open(file, InstantSource.system(), 10)) {
            measurement.of(queue);
        }
    }

    private void send(SqliteJobQueue queue, String what, int threads) throws InterruptedException, ExecutionException {
        String run = "run-" + figures.size();
        time(what, threads, thread -> {
            for (int i = thread; i < operations; i += threads) {
                queue.send(NewMessage.of("group-" + i % GROUPS, run + "-" + i, BODY));
            }
            return thread;
        });
    }

    private void receive(SqliteJobQueue queue, String what, int threads, int batch)
            throws InterruptedException, ExecutionException {
        time(what, threads, thread -> {
            int left = operations / threads;
            while (left > 0) {
                List<Delivery> taken = queue.receive(Math.min(batch, left), VISIBILITY, Duration.ofSeconds(1)).stream()
                        .flatMap(turn -> turn.deliveries().stream())
                        .toList();
                taken.forEach(delivery -> queue.complete(delivery.receipt()));
                left = taken.isEmpty() ? 0 : left - taken.size();
            }
            return thread;
        });
    }

    private static void fill(SqliteJobQueue queue, int groups, int each) {
        for (int i = 0; i < each; i++) {
            int round = i;
            queue.sendAll(IntStream.range(0, groups)
                    .mapToObj(group -> NewMessage.of("group-" + group, "job-" + group + "-" + round, BODY))
                    .toList());
        }
    }

    @FunctionalInterface
    private interface Share {
        int of(int thread) throws InterruptedException;
    }

    private void time(String what, int threads, Share share) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> shares = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(thread -> () -> share.of(thread))
                    .toList();
            long start = System.nanoTime();
            for (Future<Integer> done : pool.invokeAll(shares)) {
                done.get();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            figures.add(
                    new Figure(what + (threads == 1 ? ", 1 thread" : ", " + threads + " threads"), operations, took));
        }
    }
}

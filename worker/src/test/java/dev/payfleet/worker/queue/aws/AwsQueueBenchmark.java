package dev.payfleet.worker.queue.aws;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How many operations per second queue and outcome log do, on AWS's protocols beside the embedded ones. The
/// servers run in the same JVM, so the figures are of client and server together and say nothing of AWS's own
/// speed; what they show is what our side costs and whether threads overlap.
public final class AwsQueueBenchmark {

    private static final int GROUPS = 200;
    private static final Duration VISIBILITY = Duration.ofMinutes(10);

    /// The body of a typical job, and of a typical event, is about this long.
    private static final MessageBody BODY = MessageBody.of("x".repeat(600));

    private final int operations;
    private final PrintStream out;

    private AwsQueueBenchmark(int operations, PrintStream out) {
        this.operations = operations;
        this.out = out;
    }

    /// Runs `AwsQueueBenchmark [OPERATIONS]` and prints the table.
    public static void main(String[] arguments) throws Exception {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        new AwsQueueBenchmark(operations, System.out).run();
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("aws-queue-benchmark");
        try (LocalDeployment deployment = new LocalDeployment(FifoQueue.MAX_RECEIVES);
                SqliteFile file = SqliteFile.open(folder.resolve("payfleet.db"))) {
            SqsJobQueue sqs = deployment.queue(Clock.systemUTC());
            SqliteJobQueue embedded = SqliteJobQueue.open(file, Clock.systemUTC(), FifoQueue.MAX_RECEIVES);
            new AwsQueueBenchmark(50, new PrintStream(OutputStream.nullOutputStream())).measure("warm-up", sqs, 4);
            out.printf("%-44s %8s %12s %12s%n", "", "threads", "per second", "ms each");
            for (int threads : new int[] {1, 4, 16}) {
                measure("SQS", sqs, threads);
                measure("embedded", embedded, threads);
            }
            for (int threads : new int[] {1, 4, 16}) {
                measure("DynamoDB", deployment.outcomes(Clock.systemUTC()), threads);
                measure("embedded", SqliteOutcomeLog.open(file, Clock.systemUTC()), threads);
            }
        }
    }

    private void measure(String what, JobQueue queue, int threads) throws Exception {
        time(what + ": send", threads, share -> {
            queue.send(
                    NewMessage.of("group-" + share % GROUPS, UUID.randomUUID().toString(), BODY));
            return 1;
        });
        time(what + ": receive one + complete", threads, share -> settle(queue, 1));
        time("", threads, share -> {
            queue.send(
                    NewMessage.of("group-" + share % GROUPS, UUID.randomUUID().toString(), BODY));
            return 1;
        });
        time(what + ": receive ten + complete each", threads, share -> settle(queue, 10));
    }

    private static int settle(JobQueue queue, int max) throws InterruptedException {
        List<Delivery> taken = queue.receive(max, VISIBILITY, Duration.ofSeconds(1)).stream()
                .flatMap(turn -> turn.deliveries().stream())
                .toList();
        taken.forEach(delivery -> queue.complete(delivery.receipt()));
        return taken.size();
    }

    private void measure(String what, OutcomeLog log, int threads) throws Exception {
        time(what + ": publish the last word", threads, share -> log.publish(UUID.randomUUID(), true, BODY) ? 1 : 0);
    }

    @FunctionalInterface
    private interface Step {
        int of(int share) throws InterruptedException;
    }

    private void time(String what, int threads, Step step) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> shares = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(thread -> () -> share(thread, operations / threads, step))
                    .toList();
            long start = System.nanoTime();
            int done = 0;
            List<Future<Integer>> futures = new ArrayList<>(pool.invokeAll(shares));
            for (Future<Integer> share : futures) {
                done += share.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!what.isEmpty()) {
                out.printf("%-44s %8d %12.0f %12.2f%n", what, threads, done / seconds, seconds * 1000 / done * threads);
            }
        }
    }

    /// Ends early when nothing is left to do.
    private static int share(int thread, int operations, Step step) throws InterruptedException {
        int done = 0;
        int idle = 0;
        while (done < operations && idle < 2) {
            int now = step.of(thread * operations + done);
            idle = now == 0 ? idle + 1 : 0;
            done += now;
        }
        return done;
    }
}

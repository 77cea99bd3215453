package dev.payfleet.worker.bench;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// What the stores of one machine cost a job: sealing, ledger and lease, a stored answer. From one thread, on a new
/// file, each write as durable as in production.
final class StoreBench {
    static final String PROVIDER = "larkspur";

    private static final List<Integer> SIZES = List.of(1 << 10, 8 << 10, 64 << 10);
    private static final double MOST_MILLIS = 2;
    private static final AtomicInteger CONSUMED = new AtomicInteger();

    private final Path folder;
    private final int jobs;

    /// @param folder an existing, empty folder; the files stay there
    /// @param jobs how many each figure is the median of
    StoreBench(Path folder, int jobs) {
        this.folder = folder;
        this.jobs = jobs;
    }

    void run(Screen screen) throws InterruptedException {
        try (SqliteFile file = SqliteFile.open(folder.resolve("stores.db"))) {
            EmbeddedSessions stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(folder.resolve("key")));
            print(screen, seals(stores));
            print(screen, new JobCost(file, stores, jobs).measure());
            print(screen, new HitCost(stores, jobs).measure());
        }
    }

    private List<Seal> seals(EmbeddedSessions stores) {
        ConnectionKey key = connect(stores, "sealed");
        return SIZES.stream()
                .map(size -> {
                    byte[] plain = new byte[size];
                    byte[] sealed = stores.sealer().seal(key, "bench", plain);
                    return new Seal(
                            size,
                            each(jobs / 3, _ -> consume(stores.sealer().seal(key, "bench", plain))),
                            each(jobs / 3, _ -> consume(stores.sealer().open(key, "bench", sealed))));
                })
                .toList();
    }

    /// The median of so many turns; as many before them are the compiler's.
    static Duration each(int turns, IntConsumer turn) {
        IntStream.range(0, turns).forEach(turn);
        return Medians.of(IntStream.range(0, turns)
                .mapToObj(number -> {
                    long begin = System.nanoTime();
                    turn.accept(number);
                    return Duration.ofNanos(System.nanoTime() - begin);
                })
                .toList());
    }

    static ConnectionKey connect(EmbeddedSessions stores, String name) {
        ConnectionKey key = Errands.key(name);
        try (Credential credential = new Credential(Secret.of("somebody"), Secret.of("correct horse"))) {
            stores.connections().connect(key, PROVIDER, credential, Instant.now());
        }
        return key;
    }

    private static void print(Screen screen, List<Seal> seals) {
        Table table = Table.of(
                Column.wrapping("A sealed record"),
                Column.right("sealed per second"),
                Column.right("opened per second"));
        seals.forEach(seal ->
                table.row("%d KB".formatted(seal.size() >> 10), perSecond(seal.sealing()), perSecond(seal.opening())));
        screen.line("");
        screen.table(table);
    }

    private static void print(Screen screen, JobCost.Took took) {
        screen.line("");
        screen.table(Table.of(Column.wrapping("What a job writes down"), Column.right("ms"), Column.left("goal"))
                .row("queue: receive, extend, complete", millis(took.queue()), "")
                .row("account: claim", millis(took.claim()), "")
                .row("ledger: begin, settle", millis(took.ledger()), "")
                .row(
                        Text.plain("ledger and lease together, %,d jobs".formatted(took.jobs())),
                        Text.plain(millis(took.leased())),
                        Goal.atMost(took.leased().toNanos() / 1e6, MOST_MILLIS))
                .row("the session, sealed and saved", millis(took.saving()), ""));
    }

    private static void print(Screen screen, HitCost.Took took) {
        screen.line("");
        screen.table(Table.of(
                        Column.wrapping("A stored answer of 8 KB"), Column.right("µs"), Column.left("times memory"))
                .row(
                        "from the store",
                        micros(took.store()),
                        "%.0f".formatted(Medians.ratio(took.store(), took.memory())))
                .row("from memory", micros(took.memory()), "1"));
    }

    private static String perSecond(Duration each) {
        return "%,.0f".formatted(1e9 / Math.max(1, each.toNanos()));
    }

    private static String millis(Duration time) {
        return "%.2f".formatted(time.toNanos() / 1e6);
    }

    private static String micros(Duration time) {
        return "%,.1f".formatted(time.toNanos() / 1e3);
    }

    /// Lets no compiler leave out what nobody reads.
    static void consume(byte[] bytes) {
        CONSUMED.set(bytes.length);
    }

    private record Seal(int size, Duration sealing, Duration opening) {}
}

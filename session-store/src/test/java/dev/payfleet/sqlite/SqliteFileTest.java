package dev.payfleet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteFileTest {
    private static final List<String> ONE_TABLE = List.of("CREATE TABLE note (text TEXT NOT NULL) STRICT");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("payfleet.db");
    }

    @Test
    void whatWasWrittenIsReadAfterReopening() {
        try (SqliteFile file = opened()) {
            add(file, "kept");
        }

        try (SqliteFile file = opened()) {
            assertThat(notes(file)).containsExactly("kept");
        }
    }

    @Test
    void openingItTwiceInOneProcessLeavesTheFirstOnesLocks() throws IOException {
        try (SqliteFile first = opened()) {
            add(first, "kept");
            long held = locksOnTheFile();
            assertThat(held).isPositive();

            try (SqliteFile second = opened()) {
                assertThat(notes(second)).containsExactly("kept");
                assertThat(locksOnTheFile()).isGreaterThanOrEqualTo(held);
            }
        }
    }

    /// As the kernel lists them: `1: POSIX ADVISORY READ 4711 fe:00:1234567 0 EOF`.
    private long locksOnTheFile() throws IOException {
        String inode = ":" + Files.getAttribute(path, "unix:ino") + " ";
        try (Stream<String> lines = Files.lines(Path.of("/proc/locks"))) {
            return lines.filter(line -> line.contains(inode)).count();
        }
    }

    @Test
    void theFileAndItsLogAreForTheOwnerOnly() throws IOException {
        try (SqliteFile file = opened()) {
            add(file, "private");

            for (String name : List.of("payfleet.db", "payfleet.db-wal", "payfleet.db-shm")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void creatingLeavesNoDraftBehind() throws IOException {
        opened().close();

        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(path);
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        Path nowhere = folder.resolve("nowhere/payfleet.db");

        assertThatThrownBy(() -> SqliteFile.open(nowhere))
                .isInstanceOf(SqliteFileException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("create it first");
    }

    @Test
    void commitsAreForcedToTheDiskAndDeletedRowsZeroed() {
        try (SqliteFile file = opened()) {
            assertThat(pragma(file, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(file, "synchronous")).isEqualTo("2");
            assertThat(pragma(file, "secure_delete")).isEqualTo("1");
            assertThat(pragma(file, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        byte[] letter = "Dear Sir or Madam, this is a letter and no database at all. "
                .repeat(9)
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(path, letter);
        ownerOnly();

        assertThatThrownBy(this::opened)
                .isInstanceOf(SqliteFileException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("is no database of Payfleet's");

        assertThat(path).hasBinaryContent(letter);
        assertNothingElseInFolder();
    }

    @Test
    void anEmptyFileIsRefusedAndLeftAlone() throws IOException {
        Files.createFile(path);
        ownerOnly();

        assertThatThrownBy(this::opened).hasMessageContaining("is no database of Payfleet's");

        assertThat(path).isEmptyFile();
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAlone() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE recipe (name TEXT)");
        }
        ownerOnly();
        byte[] before = Files.readAllBytes(path);

        assertThatThrownBy(this::opened).hasMessageContaining("is no database of Payfleet's");

        assertThat(path).hasBinaryContent(before);
        assertNothingElseInFolder();
    }

    @Test
    void aTruncatedDatabaseIsRefusedAndLeftAlone() throws IOException {
        fillGenerously();
        byte[] whole = Files.readAllBytes(path);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(path, half);

        assertThatThrownBy(this::opened)
                .isInstanceOf(SqliteFileException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("is damaged and was left as it is");

        assertThat(path).hasBinaryContent(half);
    }

    @Test
    void aDatabaseWithAGarbledPageIsRefusedAndLeftAlone() throws IOException {
        fillGenerously();
        byte[] garbled = Files.readAllBytes(path);
        Arrays.fill(garbled, garbled.length / 2 / 4096 * 4096, garbled.length / 2 / 4096 * 4096 + 512, (byte) 7);
        Files.write(path, garbled);

        assertThatThrownBy(this::opened).hasMessageContaining("is damaged and was left as it is");

        assertThat(path).hasBinaryContent(garbled);
    }

    @Test
    void aDatabaseThatOthersMayReadIsRefused() throws IOException {
        opened().close();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::opened)
                .isInstanceOf(SqliteFileException.class)
                .hasMessageContaining("chmod 600 " + path);
    }

    @Test
    void aFolderOfThatNameIsRefused() throws IOException {
        Files.createDirectory(path);

        assertThatThrownBy(this::opened).hasMessageContaining("is not a regular file");
    }

    @Test
    void aQuestionMarkInThePathIsRefused() {
        assertThatThrownBy(() -> SqliteFile.open(folder.resolve("what?.db"))).hasMessageContaining("question mark");
    }

    @Test
    void aNewerProgramsTablesAreRefused() {
        try (SqliteFile file = opened()) {
            file.migrate("note", List.of(ONE_TABLE.getFirst(), "CREATE TABLE later (a INTEGER)"));

            assertThatThrownBy(() -> file.migrate("note", ONE_TABLE))
                    .isInstanceOf(SqliteFileException.class)
                    .hasMessageContaining("newer Payfleet");
        }
    }

    @Test
    void aLaterStepIsAppliedOnceAndKeepsWhatIsThere() {
        List<String> longer = List.of(ONE_TABLE.getFirst(), "CREATE TABLE a (x INTEGER); CREATE TABLE b (x INTEGER)");
        try (SqliteFile file = opened()) {
            add(file, "old");

            file.migrate("note", longer);
            file.migrate("note", longer);

            assertThat(notes(file)).containsExactly("old");
            assertThat(count(file, "sqlite_schema WHERE name IN ('a', 'b')")).isEqualTo(2);
        }
    }

    @Test
    void aStepThatFailsLeavesTheTablesAsTheyWere() {
        List<String> broken = List.of(ONE_TABLE.getFirst(), "CREATE TABLE half (x INTEGER)", "CREATE NONSENSE");
        try (SqliteFile file = opened()) {
            assertThatThrownBy(() -> file.migrate("note", broken)).isInstanceOf(SqliteFileException.class);

            assertThat(count(file, "sqlite_schema WHERE name = 'half'")).isZero();
        }
    }

    @Test
    void aWriteThatThrowsLeavesNothingBehind() {
        try (SqliteFile file = opened()) {
            assertThatThrownBy(() -> file.write(c -> {
                        Sql.update(c, "INSERT INTO note VALUES ('half')");
                        throw new IllegalStateException("stop here");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("stop here");

            assertThat(notes(file)).isEmpty();
            add(file, "the next one works");
        }
    }

    @Test
    void aReadCannotWrite() {
        try (SqliteFile file = opened()) {
            assertThatThrownBy(() -> file.read(c -> Sql.update(c, "INSERT INTO note VALUES ('sneaky')")))
                    .isInstanceOf(SqliteFileException.class);
            assertThat(notes(file)).isEmpty();
        }
    }

    @Test
    void aReadSeesOneMomentEvenWhileOthersWrite() {
        try (SqliteFile file = opened()) {
            add(file, "before");

            List<Integer> counts = file.read(c -> {
                int first = countOn(c);
                add(file, "meanwhile");
                return List.of(first, countOn(c));
            });

            assertThat(counts).containsExactly(1, 1);
            assertThat(notes(file)).hasSize(2);
        }
    }

    @Test
    void aWriteInsideAWriteIsRefusedAndBothAreRolledBack() {
        try (SqliteFile file = opened()) {
            assertThatThrownBy(() -> file.write(c -> {
                        Sql.update(c, "INSERT INTO note VALUES ('outer')");
                        add(file, "inner");
                        return 0;
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(notes(file)).isEmpty();
        }
    }

    @Test
    void hundredsOfVirtualThreadsShareTheReadersAndTheWriter() throws Exception {
        try (SqliteFile file = opened();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> done = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() -> {
                        add(file, "note " + i);
                        return notes(file).size();
                    }))
                    .toList();

            for (Future<Integer> one : done) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isPositive();
            }
            assertThat(notes(file)).hasSize(300);
        }
    }

    @Test
    void neverMoreThanFourReadersAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch fourAreIn = new CountDownLatch(4);
        try (SqliteFile file = opened();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> done = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> file.read(c -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        fourAreIn.countDown();
                        awaitUninterrupted(fourAreIn);
                        return inside.decrementAndGet();
                    })))
                    .toList();

            for (Future<Integer> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertThat(most).hasValue(4);
        }
    }

    @Test
    void anInterruptNeitherCutsAWriteShortNorGetsLost() throws Exception {
        try (SqliteFile ours = opened();
                SqliteFile theirs = opened()) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Thread holder = Thread.ofVirtual()
                    .start(() -> theirs.write(c -> {
                        held.countDown();
                        awaitUninterrupted(release);
                        return 0;
                    }));
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            AtomicInteger stillInterrupted = new AtomicInteger();
            Thread writer = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                add(ours, "settled all the same");
                stillInterrupted.set(Thread.currentThread().isInterrupted() ? 1 : -1);
            });

            release.countDown();
            writer.join();
            holder.join();

            assertThat(notes(ours)).containsExactly("settled all the same");
            assertThat(stillInterrupted).hasValue(1);
        }
    }

    @Test
    void anEmptiedLogHoldsNoBytes() throws IOException {
        try (SqliteFile file = opened()) {
            add(file, "somewhere in the log");
            assertThat(Files.size(folder.resolve("payfleet.db-wal"))).isPositive();

            file.checkpoint();

            assertThat(Files.size(folder.resolve("payfleet.db-wal"))).isZero();
            assertThat(notes(file)).hasSize(1);
        }
    }

    @Test
    void emptyingTheLogWaitsForAReaderThatStillNeedsIt() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (SqliteFile file = opened()) {
            Thread reader = Thread.ofVirtual()
                    .start(() -> file.read(c -> {
                        int seen = countOn(c);
                        reading.countDown();
                        awaitUninterrupted(release);
                        return seen;
                    }));
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            add(file, "later than the reader's moment");
            Thread checkpoint = Thread.ofVirtual().start(file::checkpoint);

            assertThat(checkpoint.join(Duration.ofMillis(50))).isFalse();
            release.countDown();

            assertThat(checkpoint.join(Duration.ofSeconds(30))).isTrue();
            reader.join();
            assertThat(Files.size(folder.resolve("payfleet.db-wal"))).isZero();
        }
    }

    @Test
    void erasedRowsLeaveNoBytes() throws IOException {
        try (SqliteFile file = opened()) {
            add(file, "a very telling sentence");
            add(file, "an innocent one");
            file.write(c -> Sql.update(c, "DELETE FROM note WHERE text LIKE '%telling%'"));

            file.eraseDeleted();

            assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                    .contains("innocent")
                    .doesNotContain("telling");
            assertThat(Files.size(folder.resolve("payfleet.db-wal"))).isZero();
        }
    }

    /// Rows that come, grow and go in disorder make SQLite move others between pages, which leaves old copies
    /// in the unused parts of pages where deleting does not reach them.
    @Test
    void erasedRowsLeaveNoBytesHoweverMuchTheyWereMovedAbout() throws IOException {
        Set<Long> deleted = new HashSet<>();
        try (SqliteFile file = opened()) {
            file.migrate("churn", List.of("CREATE TABLE churn (k TEXT PRIMARY KEY, v BLOB)"));
            Churn churn = new Churn(new Random(1));
            for (int i = 0; i < 60; i++) {
                deleted.addAll(file.write(churn::some));
            }

            file.eraseDeleted();
        }
        assertThat(deleted).hasSizeGreaterThan(10_000);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        for (int i = 0; i + Long.BYTES <= bytes.limit(); i++) {
            if (deleted.contains(bytes.getLong(i))) {
                fail("a piece of a deleted row at byte " + i + " of " + bytes.limit());
            }
        }
    }

    private static final class Churn {
        private final Random random;
        private final Map<String, byte[]> present = new HashMap<>();

        Churn(Random random) {
            this.random = random;
        }

        /// Puts, replaces and removes some rows.
        ///
        /// @return pieces of what is no longer there
        Set<Long> some(Connection c) throws SQLException {
            Set<Long> gone = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                String key = "k" + random.nextInt(400);
                byte[] value = new byte[250 + random.nextInt(900) + (random.nextInt(6) == 0 ? 6000 : 0)];
                random.nextBytes(value);
                byte[] former = present.remove(key);
                if (former != null) {
                    gone.addAll(pieces(former));
                }
                if (random.nextInt(10) < 7) {
                    Sql.update(
                            c,
                            "INSERT INTO churn VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                            key,
                            value);
                    present.put(key, value);
                } else {
                    Sql.update(c, "DELETE FROM churn WHERE k = ?", key);
                }
            }
            return gone;
        }

        private static Set<Long> pieces(byte[] value) {
            Set<Long> pieces = new HashSet<>();
            for (int i = 0; i + Long.BYTES <= value.length; i += 32) {
                pieces.add(ByteBuffer.wrap(value).getLong(i));
            }
            return pieces;
        }
    }

    @Test
    void closingTwiceIsFineAndUseAfterwardsIsRefused() {
        SqliteFile file = opened();
        file.close();
        file.close();

        assertThatThrownBy(() -> add(file, "late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> notes(file)).isInstanceOf(IllegalStateException.class);
    }

    private SqliteFile opened() {
        SqliteFile file = SqliteFile.open(path);
        file.migrate("note", ONE_TABLE);
        return file;
    }

    private void fillGenerously() {
        try (SqliteFile file = opened()) {
            file.write(c -> {
                for (int i = 0; i < 400; i++) {
                    Sql.update(c, "INSERT INTO note VALUES (?)", "note " + i + " ".repeat(200));
                }
                return 0;
            });
        }
    }

    private void ownerOnly() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private void assertNothingElseInFolder() throws IOException {
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(path);
        }
    }

    private static void add(SqliteFile file, String text) {
        file.write(c -> Sql.update(c, "INSERT INTO note VALUES (?)", text));
    }

    private static List<String> notes(SqliteFile file) {
        return file.read(c -> Sql.all(c, "SELECT text FROM note ORDER BY rowid", row -> row.getString(1)));
    }

    private static int count(SqliteFile file, String from) {
        return file.read(c -> Sql.first(c, "SELECT count(*) FROM " + from, row -> row.getInt(1)))
                .orElseThrow();
    }

    private static int countOn(Connection c) throws SQLException {
        return Sql.first(c, "SELECT count(*) FROM note", row -> row.getInt(1)).orElseThrow();
    }

    private static String pragma(SqliteFile file, String name) {
        return file.write(c -> Sql.first(c, "PRAGMA " + name, row -> row.getString(1)))
                .orElseThrow();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}

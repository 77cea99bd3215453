package dev.payfleet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real processes, killed with SIGKILL or writing side by side.
@Timeout(180)
class SqliteFileCrashTest {
    private static final List<String> TABLES =
            List.of("CREATE TABLE pair (n INTEGER PRIMARY KEY, side TEXT NOT NULL, filler BLOB);"
                    + "CREATE TABLE mirror (n INTEGER PRIMARY KEY);"
                    + "CREATE TABLE counter (value INTEGER NOT NULL); INSERT INTO counter VALUES (0)");

    @TempDir
    Path folder;

    /// Writes pairs for as long as it lives, and says the number of each once it is committed.
    static final class WritesPairs {
        public static void main(String[] arguments) {
            SqliteFile file = opened(Path.of(arguments[0]));
            int start = count(file, "SELECT coalesce(max(n), 0) FROM pair");
            for (int n = start + 1; ; n++) {
                int number = n;
                file.write(c -> {
                    Sql.update(c, "INSERT INTO pair VALUES (?, 'left', zeroblob(9000))", number);
                    return Sql.update(c, "INSERT INTO mirror VALUES (?)", number);
                });
                System.out.println(number);
            }
        }
    }

    /// Reads a number and writes the next one, many times.
    static final class Counts {
        public static void main(String[] arguments) {
            try (SqliteFile file = opened(Path.of(arguments[0]))) {
                System.out.println("ready");
                countUp(file, Integer.parseInt(arguments[1]));
            }
        }

        static void countUp(SqliteFile file, int times) {
            for (int i = 0; i < times; i++) {
                file.write(c -> {
                    int value = Sql.first(c, "SELECT value FROM counter", row -> row.getInt(1))
                            .orElseThrow();
                    return Sql.update(c, "UPDATE counter SET value = ?", value + 1);
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 173})
    void aKillWhileWritingLosesNothingAcknowledgedAndLeavesNothingHalfWritten(int lines) throws Exception {
        Path path = folder.resolve("payfleet.db");
        int acknowledged = 0;
        try (ChildJvm child = ChildJvm.start(WritesPairs.class, path.toString())) {
            for (int i = 0; i < lines; i++) {
                acknowledged = Integer.parseInt(child.line());
            }
            child.kill();
        }

        try (SqliteFile file = opened(path)) {
            assertThat(count(file, "SELECT count(*) FROM pair")).isGreaterThanOrEqualTo(acknowledged);
            assertThat(count(file, "SELECT count(*) FROM pair")).isEqualTo(count(file, "SELECT count(*) FROM mirror"));
            assertThat(count(file, "SELECT max(n) FROM pair")).isEqualTo(count(file, "SELECT count(*) FROM pair"));
        }
    }

    @Test
    void twoProcessesAndThisOneCountWithoutLosingAStep() throws Exception {
        Path path = folder.resolve("payfleet.db");
        try (SqliteFile ours = opened(path);
                ChildJvm one = ChildJvm.start(Counts.class, path.toString(), "300");
                ChildJvm two = ChildJvm.start(Counts.class, path.toString(), "300")) {
            assertThat(one.line()).isEqualTo("ready");
            assertThat(two.line()).isEqualTo("ready");
            Counts.countUp(ours, 300);
            assertThat(one.exitCode()).isZero();
            assertThat(two.exitCode()).isZero();
        }

        try (SqliteFile file = opened(path)) {
            assertThat(count(file, "SELECT value FROM counter")).isEqualTo(900);
        }
    }

    @Test
    void severalProcessesMayCreateTheSameFileAtTheSameTime() throws Exception {
        Path path = folder.resolve("payfleet.db");
        try (ChildJvm one = ChildJvm.start(Counts.class, path.toString(), "1");
                ChildJvm two = ChildJvm.start(Counts.class, path.toString(), "1");
                ChildJvm three = ChildJvm.start(Counts.class, path.toString(), "1")) {
            for (ChildJvm child : List.of(one, two, three)) {
                assertThat(child.exitCode()).isZero();
            }
        }

        try (SqliteFile file = opened(path)) {
            assertThat(count(file, "SELECT value FROM counter")).isEqualTo(3);
        }
        assertNoDraftIn(folder);
    }

    private static void assertNoDraftIn(Path folder) throws IOException {
        try (var names = Files.list(folder)) {
            assertThat(names).noneMatch(name -> name.toString().endsWith(".new"));
        }
    }

    private static SqliteFile opened(Path path) {
        SqliteFile file = SqliteFile.open(path);
        file.migrate("crash", TABLES);
        return file;
    }

    private static int count(SqliteFile file, String sql) {
        return file.read(c -> Sql.first(c, sql, row -> row.getInt(1))).orElseThrow();
    }
}

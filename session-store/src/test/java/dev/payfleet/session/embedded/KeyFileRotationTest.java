package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationBusyException;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.session.sealing.SealedHeader;
import dev.payfleet.sqlite.ChildJvm;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.sqlite.SqliteFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a rotation leaves behind wherever it ends, and what it leaves to nobody.
@Timeout(180)
class KeyFileRotationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int PEOPLE = 60;

    @TempDir
    Path folder;

    private static final class StopException extends RuntimeException {}

    /// Rotates for as long as it lives, and says each step.
    static final class Rotates {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedUnderTest stores = EmbeddedUnderTest.in(Path.of(arguments[0]));
            while (true) {
                KeyRotation _ = stores.sessionsOfFile()
                        .keys(EmbeddedUnderTest.SHORT, System.out::println)
                        .rotate(RotationWatch.NOBODY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RotationStep.class)
    void stoppedAnywhereItLeavesEverythingReadableAndGoesOn(RotationStep last) throws Exception {
        List<String> fingerprints = filled();

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            assertThatThrownBy(() -> stores.sessionsOfFile()
                            .keys(EmbeddedUnderTest.SHORT, step -> stopAfter(last, step))
                            .rotate(RotationWatch.NOBODY))
                    .isInstanceOf(StopException.class);
            assertAllOpens(stores, fingerprints);
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            assertAllOpens(stores, fingerprints);
            KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
            assertThat(rotation.resumed())
                    .isEqualTo(last != RotationStep.HASHING_KEY_KEPT && last != RotationStep.REMOVED);
            assertThat(KeyFile.read(key()).ids()).isEqualTo(rotation.sealsNow());
            assertAllOpens(stores, fingerprints);
        }
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            assertAllOpens(stores, fingerprints);
        }
    }

    private static void stopAfter(RotationStep last, RotationStep step) {
        if (step == last) {
            throw new StopException();
        }
    }

    @Test
    void killedAgainAndAgainItLeavesEverythingReadable() throws Exception {
        List<String> fingerprints = filled();
        int steps = 1;
        for (int kill = 0; kill < 4; kill++) {
            try (ChildJvm child = ChildJvm.start(Rotates.class, folder.toString())) {
                for (int i = 0; i < steps; i++) {
                    child.line();
                }
                child.kill();
            }
            steps += 4;
            try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
                assertAllOpens(stores, fingerprints);
            }
        }
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            KeyRotation _ = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
            assertAllOpens(stores, fingerprints);
            assertThat(stores.keys().status()).hasSize(1).allMatch(KeyUse::seals);
        }
    }

    @Test
    void aBackupOfBeforeOpensWithTheKeyFileOfBeforeAndWithNoOther() throws Exception {
        List<String> fingerprints = filled();
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Files.copy(folder.resolve("payfleet.db"), backup.resolve("payfleet.db"));
        Files.copy(key(), backup.resolve("payfleet.key"));

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(backup)) {
            assertAllOpens(stores, fingerprints);
        }
        assertRefused(backup, key());
        assertRefused(folder, backup.resolve("payfleet.key"));
    }

    private static void assertRefused(Path database, Path key) {
        try (SqliteFile file = SqliteFile.open(database.resolve("payfleet.db"))) {
            assertThatThrownBy(() -> EmbeddedSessions.open(file, KeyFile.read(key)))
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContaining("does not match the database")
                    .hasMessageContaining("restore that key file");
        }
    }

    /// As it is when the machine slept, or the process was stopped, for as long as the rotation took.
    @Test
    void whoMissedTheWholeRotationCanNotWriteUnderTheFormerKey() throws Exception {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            LiveKeys asleep = new LiveKeys(KeyFile.read(key()), new KeyRegister(stores.file()), () -> 0);
            SqliteSessionStore late = new SqliteSessionStore(stores.file(), asleep);
            long fence = late.claim(person(0));
            stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            assertThatThrownBy(() -> late.save(person(0), fence, session("late")))
                    .isInstanceOf(SqliteFileException.class)
                    .hasMessageContaining("do it again");

            assertThat(late.find(person(0))).contains(session("0"));
            late.save(person(0), fence, session("late"));
            assertThat(stores.sessions().find(person(0))).contains(session("late"));
        }
    }

    @Test
    void aKeyThatIsReplacedIsNoticedWithinASecond() throws Exception {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            long[] nanos = new long[1];
            LiveKeys keys = new LiveKeys(KeyFile.read(key()), new KeyRegister(stores.file()), () -> nanos[0]);
            KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            assertThat(sealedUnder(keys)).isEqualTo(rotation.former().getFirst());
            nanos[0] = LiveKeys.LOOKS_EVERY.toNanos();
            assertThat(sealedUnder(keys)).isEqualTo(rotation.sealsNow().getFirst());
        }
    }

    @Test
    void aKeyFileOfAnotherDatabaseInItsPlaceIsNotTaken() throws Exception {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            long[] nanos = new long[1];
            KeyFile own = KeyFile.read(key());
            LiveKeys keys = new LiveKeys(own, new KeyRegister(stores.file()), () -> nanos[0]);
            Files.delete(key());
            KeyFile other = KeyFile.readOrCreate(key());
            nanos[0] = LiveKeys.LOOKS_EVERY.toNanos();

            assertThat(sealedUnder(keys)).isEqualTo(own.id()).isNotEqualTo(other.id());
        }
    }

    private static String sealedUnder(LiveKeys keys) {
        return SealedHeader.key(keys.seal(person(0), "session", new byte[1])).orElseThrow();
    }

    @Test
    void twoRotationsAtOnceAreNotPossible() throws Exception {
        filled();
        AtomicBoolean refused = new AtomicBoolean();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder);
                EmbeddedUnderTest others = stores.anotherProcess()) {
            stores.sessionsOfFile()
                    .keys(EmbeddedUnderTest.SHORT, step -> {
                        if (step == RotationStep.QUIET) {
                            assertThatThrownBy(() -> others.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY))
                                    .isInstanceOf(RotationBusyException.class);
                            refused.set(true);
                        }
                    })
                    .rotate(RotationWatch.NOBODY);
        }
        assertThat(refused).isTrue();
    }

    @Test
    void ofWhatWasSealedUnderTheFormerKeyNoByteIsLeft() throws Exception {
        filled();
        byte[] former;
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            former = stores.file()
                    .read(c -> Sql.first(c, "SELECT sealed FROM credential", row -> row.getBytes(1))
                            .orElseThrow());
            assertThat(onDisk()).contains(text(former));

            stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            assertThat(onDisk()).doesNotContain(text(former));
        }
    }

    @Test
    void aRecordThatSomebodyWroteMeanwhileIsLeftAlone() {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            SealedTable credentials = SealedTable.ALL.getFirst();
            SealedRow former = stores.file().read(c -> credentials.at(c, 1)).orElseThrow();
            stores.file().write(c -> Sql.update(c, "UPDATE credential SET sealed = x'01' WHERE rowid = 1"));

            boolean replaced = stores.file().write(c -> credentials.replace(c, former, former.as(new byte[] {2})));

            assertThat(replaced).isFalse();
        }
    }

    @Test
    void aRecordThatNobodyOpensIsCountedAndKeepsNobodyWaiting() throws Exception {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.file().write(c -> Sql.update(c, "UPDATE credential SET sealed = x'01' WHERE rowid = 1"));

            KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            assertThat(rotation.broken()).isEqualTo(1);
            assertThat(stores.sessions().find(person(0))).contains(session("0"));
        }
    }

    /// Whoever adds a table with something sealed adds it to the list.
    @Test
    void everyTableWithSomethingSealedIsInTheListAndGuarded() {
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            List<String> tables = stores.file()
                    .read(c -> Sql.all(
                            c,
                            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) p"
                                    + " WHERE m.type = 'table' AND p.name = 'sealed'",
                            row -> row.getString(1)));
            List<String> guards = stores.file()
                    .read(c -> Sql.all(
                            c, "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'", row -> row.getString(1)));

            assertThat(tables)
                    .containsExactlyInAnyOrderElementsOf(
                            SealedTable.ALL.stream().map(SealedTable::name).toList());
            assertThat(guards).hasSameElementsAs(tables).hasSize(2 * tables.size());
        }
    }

    @Test
    void aDatabaseOfBeforeThereWereSeveralKeysIsStillBoundToItsOwn() {
        List<String> fingerprints = filled();
        String id = KeyFile.read(key()).id();
        try (SqliteFile file = SqliteFile.open(folder.resolve("payfleet.db"))) {
            file.write(c -> {
                Sql.update(c, "DROP TABLE hashing_key");
                Sql.update(c, "DROP TABLE sealing_key");
                Sql.update(c, "CREATE TABLE key_file (only_row INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT");
                Sql.update(c, "INSERT INTO key_file VALUES (1, ?)", id);
                return Sql.update(c, "DELETE FROM component_version WHERE component = 'keys'");
            });
            assertThatThrownBy(() -> EmbeddedSessions.open(file, KeyFile.readOrCreate(folder.resolve("other.key"))))
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContaining(id);
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            assertAllOpens(stores, fingerprints);
            assertThat(stores.keys().status()).singleElement().satisfies(use -> {
                assertThat(use.id()).isEqualTo(id);
                assertThat(use.since()).isEmpty();
            });
        }
    }

    @Test
    void hashingKeysDifferByUseAndStay() throws Exception {
        filled();
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            byte[] chain = stores.sessionsOfFile().hashingKey("audit chain").getEncoded();
            assertThat(stores.sessionsOfFile().hashingKey("another").getEncoded())
                    .hasSize(32)
                    .isNotEqualTo(chain);

            stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            try (EmbeddedUnderTest later = stores.anotherProcess()) {
                assertThat(later.sessionsOfFile().hashingKey("audit chain").getEncoded())
                        .isEqualTo(chain);
            }
        }
    }

    private List<String> filled() {
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            for (int i = 0; i < PEOPLE; i++) {
                Credential credential = new Credential(Secret.of("person " + i), Secret.of("horse " + i));
                stores.connections().connect(person(i), "larkspur", credential, NOW);
                long fence = stores.sessions().claim(person(i));
                stores.sessions().save(person(i), fence, session(Integer.toString(i)));
                stores.results().put(question(i), result(i), fence);
            }
            return fingerprints(stores);
        }
    }

    private static void assertAllOpens(EmbeddedUnderTest stores, List<String> fingerprints) {
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(stores.sessions().find(person(i))).contains(session(Integer.toString(i)));
            assertThat(stores.results().find(question(i), NOW)).contains(result(i));
        }
        assertThat(fingerprints(stores)).isEqualTo(fingerprints);
    }

    private static List<String> fingerprints(EmbeddedUnderTest stores) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> {
                    try (StoredCredential stored =
                            stores.connections().credential(person(i)).orElseThrow()) {
                        return stored.fingerprint();
                    }
                })
                .toList();
    }

    private static ConnectionKey person(int i) {
        return new ConnectionKey("acme", "person-" + i);
    }

    private static StoredSession session(String state) {
        return new StoredSession(Secret.of(state), NOW, NOW.plus(Duration.ofHours(1)), null);
    }

    private static ResultKey question(int i) {
        return new ResultKey(person(i), "larkspur", "company");
    }

    private static CachedResult result(int i) {
        byte[] body = ("result " + i).getBytes(StandardCharsets.UTF_8);
        return new CachedResult(body, 1, false, NOW, NOW.plus(Duration.ofHours(1)), "http");
    }

    private Path key() {
        return folder.resolve("payfleet.key");
    }

    private String onDisk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(text(Files.readAllBytes(file)));
            }
        }
        return all.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.sqlite.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reads the bytes of the database and its log, as someone would who found the disk.
@Timeout(180)
class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int PEOPLE = 24;

    @TempDir
    Path folder;

    private final Random random = new Random(20261122);
    private final List<String> plain = new ArrayList<>();
    private EmbeddedUnderTest stores;

    @BeforeEach
    void openStores() {
        stores = EmbeddedUnderTest.in(folder);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void nothingSecretIsEverReadableInTheFiles() throws IOException {
        for (int person = 0; person < 10; person++) {
            fill(person);
        }

        String bytes = new String(bytesOnDisk(), StandardCharsets.ISO_8859_1);

        assertThat(plain).hasSizeGreaterThan(50).noneMatch(bytes::contains);
    }

    /// The search itself is proved first: before the wipe it finds what it looks for.
    @Test
    void afterADisconnectNoPieceOfASealedRecordIsLeft() throws IOException {
        Set<Long> wiped = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            for (int person = 0; person < PEOPLE; person++) {
                fill(person);
                if (person % 2 == 0) {
                    wiped.addAll(piecesOf(person));
                }
            }
        }
        assertThat(found(wiped)).isGreaterThan(100);
        assertThat(traces(key(0))).isGreaterThanOrEqualTo(5);

        for (int person = 0; person < PEOPLE; person += 2) {
            stores.connections().disconnect(key(person), NOW);
        }

        assertThat(found(wiped)).isZero();
        assertThat(traces(key(0))).isZero();
        assertThat(traces(key(1))).isGreaterThanOrEqualTo(5);
        assertThat(found(piecesOf(1))).isPositive();
    }

    @Test
    void nothingThePersonGaveIsLeftInTheTombstone() throws IOException {
        fill(0);

        stores.connections().disconnect(key(0), NOW);

        String bytes = new String(bytesOnDisk(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("connection-0").contains("larkspur").doesNotContain("Agent of 0");
    }

    private void fill(int person) {
        ConnectionKey key = key(person);
        Credential credential =
                new Credential(Secret.of("user" + person + "@example.com"), Secret.of(noted("password", 12)));
        stores.connections().connect(key, "larkspur", credential, NOW);
        long fence = stores.sessions().claim(key);
        stores.sessions()
                .save(
                        key,
                        fence,
                        new StoredSession(
                                Secret.of(noted("session", 200 + random.nextInt(3000))),
                                NOW,
                                NOW.plusSeconds(60),
                                "Agent of " + person));
        stores.trusts()
                .save(
                        key,
                        fence,
                        new StoredTrust(Secret.of(noted("trust", 50 + random.nextInt(600))), NOW, NOW.plusSeconds(60)));
        for (int question = 0; question < 2; question++) {
            byte[] body = noted("result", 100 + random.nextInt(9000)).getBytes(StandardCharsets.UTF_8);
            stores.results()
                    .put(
                            new ResultKey(key, "larkspur", "payruns?page=" + question),
                            new CachedResult(body, 1, false, NOW, NOW.plusSeconds(60), "http"),
                            fence);
        }
        stores.challenges().deposit(key, UUID.randomUUID(), Secret.of(noted("answer", 12)), NOW);
    }

    private String noted(String kind, int length) {
        StringBuilder text = new StringBuilder(kind).append(' ').append(random.nextLong());
        while (text.length() < length) {
            text.append(' ').append(random.nextInt(1_000_000));
        }
        plain.add(text.toString());
        plain.add(text.substring(text.length() - 12));
        return text.toString();
    }

    private static ConnectionKey key(int person) {
        return new ConnectionKey("acme", "connection-" + person);
    }

    /// Eight bytes here and there of everything sealed of a person. The head of a record is left out, because
    /// its names stand in the records of others too.
    private Set<Long> piecesOf(int person) {
        List<byte[]> sealed = stores.file()
                .read(c -> Sql.all(c, """
                        SELECT sealed FROM credential WHERE connection_id = ?1
                        UNION ALL SELECT sealed FROM browser_state WHERE connection_id = ?1
                        UNION ALL SELECT sealed FROM result WHERE connection_id = ?1
                        UNION ALL SELECT sealed FROM challenge_answer WHERE connection_id = ?1
                        """, row -> row.getBytes(1), key(person).connectionId()));
        Set<Long> pieces = new HashSet<>();
        for (byte[] record : sealed) {
            for (int end = record.length; end - Long.BYTES >= 290 || end == record.length; end -= 16) {
                pieces.add(ByteBuffer.wrap(record).getLong(end - Long.BYTES));
            }
        }
        pieces.removeIf(ErasureTest::isFraming);
        return pieces;
    }

    /// Lengths and counters between the encrypted parts are the same in everybody's records.
    private static boolean isFraming(long piece) {
        int plain = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int value = (int) (piece >>> shift) & 0xff;
            plain += value == 0 || value == 0xff ? 1 : 0;
        }
        return plain > 2;
    }

    private int found(Set<Long> pieces) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytesOnDisk());
        Set<Long> found = new HashSet<>();
        for (int i = 0; i + Long.BYTES <= bytes.limit(); i++) {
            long here = bytes.getLong(i);
            if (pieces.contains(here)) {
                found.add(here);
            }
        }
        return found.size();
    }

    /// Nothing is written meanwhile, so that the locks that this drops are missed by nobody.
    private int traces(ConnectionKey key) {
        return EmbeddedSessions.traces(folder.resolve("payfleet.db"), key);
    }

    private byte[] bytesOnDisk() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("payfleet.db"));
        byte[] log = Files.readAllBytes(folder.resolve("payfleet.db-wal"));
        return ByteBuffer.allocate(file.length + log.length).put(file).put(log).array();
    }
}

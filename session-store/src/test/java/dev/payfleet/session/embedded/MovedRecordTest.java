package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.sqlite.Sql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Someone with access to the database, and without the key, copies rows about.
@Timeout(120)
class MovedRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    private static final ConnectionKey EVE = new ConnectionKey("acme", "eve");

    private static final UUID JOB = UUID.randomUUID();

    @TempDir
    Path folder;

    private EmbeddedUnderTest stores;

    @BeforeEach
    void fillStores() {
        stores = EmbeddedUnderTest.in(folder);
        fill(ANN, "annsvalue");
        fill(EVE, "evesvalue");
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential", "browser_state", "result", "challenge_answer"})
    void aRowCopiedUnderAnotherConnectionDoesNotOpen(String table) {
        String own = table.equals("browser_state") ? "AND theirs.kind = mine.kind" : "";
        run("UPDATE " + table + " AS mine SET sealed = (SELECT sealed FROM " + table
                + " AS theirs WHERE theirs.connection_id = 'ann' " + own + " LIMIT 1) WHERE connection_id = 'eve'");

        assertBroken(() -> {
            switch (table) {
                case "credential" -> stores.connections().credential(EVE);
                case "browser_state" -> stores.sessions().find(EVE);
                case "challenge_answer" -> stores.challenges().answer(EVE, JOB);
                default -> stores.results().find(company(EVE), NOW);
            }
        });
    }

    @Test
    void aSessionDoesNotOpenAsTrust() {
        run("UPDATE browser_state AS mine SET sealed = (SELECT sealed FROM browser_state AS other"
                + " WHERE other.connection_id = mine.connection_id AND other.kind = 'session') WHERE kind = 'trust'");

        assertBroken(() -> stores.trusts().find(EVE));
    }

    @Test
    void oneResultDoesNotOpenAsAnother() {
        ResultKey employees = new ResultKey(EVE, "larkspur", "employees");
        run("UPDATE result SET id = '" + employees.id() + "' WHERE connection_id = 'eve'");

        assertBroken(() -> stores.results().find(employees, NOW));
    }

    @Test
    void theAnswerOfOneJobDoesNotOpenForAnother() {
        UUID another = UUID.randomUUID();
        run("UPDATE challenge_answer SET job = '" + another + "' WHERE connection_id = 'eve'");

        assertBroken(() -> stores.challenges().answer(EVE, another));
    }

    private void fill(ConnectionKey key, String value) {
        stores.connections().connect(key, "larkspur", new Credential(Secret.of(value), Secret.of(value)), NOW);
        long fence = stores.sessions().claim(key);
        stores.sessions().save(key, fence, new StoredSession(Secret.of(value), NOW, NOW.plusSeconds(60), null));
        stores.trusts().save(key, fence, new StoredTrust(Secret.of(value), NOW, NOW.plusSeconds(60)));
        byte[] body = value.getBytes(StandardCharsets.UTF_8);
        stores.results().put(company(key), new CachedResult(body, 1, false, NOW, NOW.plusSeconds(60), "http"), fence);
        stores.challenges().deposit(key, JOB, Secret.of(value), NOW);
    }

    private static ResultKey company(ConnectionKey key) {
        return new ResultKey(key, "larkspur", "company");
    }

    private void run(String sql) {
        stores.file().write(c -> Sql.update(c, sql));
    }

    private static void assertBroken(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOf(SealBrokenException.class)
                .hasNoCause()
                .hasMessageContaining("acme/eve")
                .hasMessageNotContaining("value");
    }
}

package dev.payfleet.session;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the contract suites share: fresh stores, a few keys, a present moment. An implementation extends each
/// suite with [#open].
@Timeout(120)
public abstract class StoreContract {
    protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    protected static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    protected static final ConnectionKey BEN = new ConnectionKey("acme", "ben");
    protected static final ConnectionKey ANN_ELSEWHERE = new ConnectionKey("zenith", "ann");
    protected static final String PROVIDER = "larkspur";

    @TempDir
    protected Path folder;

    protected StoresUnderTest stores;

    /// Empty stores; files, if any, go to the folder.
    protected abstract StoresUnderTest open(Path folder);

    @BeforeEach
    final void openStores() {
        stores = open(folder);
    }

    @AfterEach
    final void closeStores() {
        stores.close();
    }

    protected static Credential credential(String username, String password) {
        return new Credential(Secret.of(username), Secret.of(password));
    }

    protected final void connect(ConnectionKey key) {
        stores.connections().connect(key, PROVIDER, credential("someone", "correct horse"), NOW);
    }

    protected static StoredSession session(String state) {
        return new StoredSession(Secret.of(state), NOW, NOW.plusSeconds(1800), "Agent/1");
    }

    protected static StoredTrust trust(String state) {
        return new StoredTrust(Secret.of(state), NOW, NOW.plusSeconds(86_400 * 30));
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.embedded.EmbeddedResults;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.sealing.CredentialSeal;
import dev.payfleet.session.sealing.EnvelopeSealer;
import dev.payfleet.sqlite.SqliteFile;
import javax.crypto.SecretKey;

/// The stores of one machine, over one SQLite file and one key file. Any thread may call any of them; closing
/// the file ends them all.
public final class EmbeddedSessions {
    private static final ConnectionKey NOBODY = new ConnectionKey("payfleet", "warm-up");

    private final Sealer sealer;
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final TrustStore trusts;
    private final SignInLedger ledger;
    private final ResultCache results;

    private EmbeddedSessions(SqliteFile file, KeyFile key) {
        this.sealer = new EnvelopeSealer(() -> RawAesKeyring.of(key));
        SecretKey fingerprintKey = DerivedKeys.fingerprint(key.key());
        this.connections = new SqliteConnectionStore(file, new CredentialSeal(sealer, () -> fingerprintKey));
        this.sessions = new SqliteSessionStore(file, sealer);
        this.trusts = new SqliteTrustStore(file, sealer);
        this.ledger = new SqliteSignInLedger(file);
        this.results = EmbeddedResults.over(file, sealer, Fence::requireCurrent);
    }

    /// Brings the tables up to date and binds a new database to the key. Does not load the encryption library,
    /// see [#warmUp()].
    ///
    /// @throws KeyFileException when the database was made with another key; nothing is changed then
    public static EmbeddedSessions open(SqliteFile file, KeyFile key) {
        Schema.migrate(file);
        EmbeddedResults.migrate(file);
        Schema.requireKey(file, key);
        return new EmbeddedSessions(file, key);
    }

    /// Loads the encryption library on a thread of its own, which takes about half a second that the first job
    /// would otherwise wait for. Optional; who needs the library meanwhile waits for it as usual.
    ///
    /// @return the thread, already running, for who wants to wait for it
    public Thread warmUp() {
        return Thread.ofPlatform().daemon().name("sealer-warm-up").start(() -> {
            byte[] sealed = sealer.seal(NOBODY, "warm-up", new byte[1]);
            sealer.open(NOBODY, "warm-up", sealed);
        });
    }

    /// What seals all that these stores keep.
    public Sealer sealer() {
        return sealer;
    }

    public ConnectionStore connections() {
        return connections;
    }

    public SessionStore sessions() {
        return sessions;
    }

    public TrustStore trusts() {
        return trusts;
    }

    public SignInLedger ledger() {
        return ledger;
    }

    public ResultCache results() {
        return results;
    }
}

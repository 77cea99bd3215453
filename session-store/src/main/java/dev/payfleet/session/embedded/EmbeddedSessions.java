package dev.payfleet.session.embedded;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.embedded.EmbeddedResults;
import dev.payfleet.session.ChainKey;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DutyRoster;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.session.sealing.CredentialSeal;
import dev.payfleet.session.sealing.HmacChainKey;
import dev.payfleet.sqlite.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/// The stores of one machine, over one SQLite file and one key file, whose keys may be replaced
/// meanwhile. Any thread may call any of them; closing
/// the file ends them all.
public final class EmbeddedSessions {
    /// What the audit log calls the key of its chain. It stays when the key file's keys are replaced.
    private static final String HASHING_KEY = "hashing-1";

    private static final ConnectionKey NOBODY = new ConnectionKey("payfleet", "warm-up");

    /// Twice as long as a process takes to notice a new key.
    private static final Duration QUIET = LiveKeys.LOOKS_EVERY.multipliedBy(2);

    private final SqliteFile file;
    private final InstantSource clock;
    private final KeyRegister register;
    private final LiveKeys sealer;
    private final HashingKey hashing;
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final TrustStore trusts;
    private final SignInLedger ledger;
    private final ResultCache results;
    private final ChallengeDesk challenges;
    private final SessionCensus census;
    private final DutyRoster duties;
    private final ChainKey chainKey;
    private final DepartureLog departures;

    private EmbeddedSessions(SqliteFile file, KeyFile key, KeyRegister register, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.register = register;
        this.sealer = new LiveKeys(key, register, System::nanoTime);
        this.hashing = new HashingKey(file, sealer, sealer::file);
        this.connections = new SqliteConnectionStore(file, new CredentialSeal(sealer, hashing::fingerprint));
        this.sessions = new SqliteSessionStore(file, sealer);
        this.trusts = new SqliteTrustStore(file, sealer);
        this.ledger = new SqliteSignInLedger(file);
        this.results = EmbeddedResults.over(file, sealer, Fence::requireCurrent);
        this.challenges = new SqliteChallengeDesk(file, sealer);
        this.census = new SqliteSessionCensus(file);
        this.duties = new SqliteDutyRoster(file);
        this.chainKey = new HmacChainKey(HASHING_KEY, () -> hashing.derived("audit chain"));
        this.departures = new SqliteDepartureLog(file);
    }

    /// Brings the tables up to date and binds a new database to the keys. Does not load the encryption library,
    /// see [#warmUp()].
    ///
    /// @throws KeyFileException when the database was made with another key; nothing is changed then
    public static EmbeddedSessions open(SqliteFile file, KeyFile key) {
        return open(file, key, InstantSource.system());
    }

    /// Like [#open(SqliteFile, KeyFile)].
    ///
    /// @param clock says since when a key seals
    public static EmbeddedSessions open(SqliteFile file, KeyFile key, InstantSource clock) {
        Schema.migrate(file);
        EmbeddedResults.migrate(file);
        RefreshSchema.migrate(file);
        SqliteDepartureLog.migrate(file);
        KeyRegister register = new KeyRegister(file);
        register.migrate();
        register.bind(key, clock.instant());
        return new EmbeddedSessions(file, key, register, clock);
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

    public ChallengeDesk challenges() {
        return challenges;
    }

    /// All sessions at a glance.
    public SessionCensus census() {
        return census;
    }

    /// Who plans.
    public DutyRoster duties() {
        return duties;
    }

    /// What the fleet signs its own refreshes with (HMAC-SHA-256). It opens nothing.
    public SecretKey permitKey() {
        return hashingKey("refresh permit");
    }

    /// The keys that all of it is sealed under.
    public KeyDesk keys() {
        return keys(QUIET, RotationStep.UNSEEN);
    }

    /// @param quiet how long a rotation waits for records under the former key
    /// @param steps told how far a rotation has come, and may end it there
    KeyDesk keys(Duration quiet, Consumer<RotationStep> steps) {
        return new EmbeddedKeyDesk(
                file,
                sealer,
                register,
                () -> new KeyFileRotation(file, sealer, register, hashing, clock, quiet, steps));
    }

    /// A key for a keyed hash (HMAC-SHA-256) that stays the same when the key file's keys are replaced.
    ///
    /// @param use the name of what is hashed, which nobody else has, for example `audit chain`
    public SecretKey hashingKey(String use) {
        return hashing.derived(use);
    }

    /// What chains the audit log of this machine.
    public ChainKey chainKey() {
        return chainKey;
    }

    public DepartureLog departures() {
        return departures;
    }

    /// How many sealed records of this connection stand in the bytes of the database and its log, those included
    /// that no query finds any more. Reads both files from end to end, past SQLite: no part of this process may
    /// have the database open, because closing a descriptor of it drops the locks that SQLite rests on.
    ///
    /// @throws java.io.UncheckedIOException when the files can't be read
    public static int traces(Path database, ConnectionKey key) {
        return SealedTraces.count(database, key);
    }
}

package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The secret behind every keyed hash. It stays when the key file's keys change: what was hashed before must hash
/// the same afterwards.
///
/// It is what was derived from the first key that a database was made with. Before that key goes, a rotation keeps
/// the secret in the database, sealed like everything else: as long as it is not there, no rotation has begun.
///
/// Any thread may call.
final class HashingKey {
    static final ConnectionKey OWNER = new ConnectionKey("payfleet", "hashing");
    static final String PURPOSE = "hashing key";

    private static final String HMAC = "HmacSHA256";

    private final SqliteFile file;
    private final Sealer sealer;
    private final Supplier<KeyFile> keys;
    private volatile @Nullable Secret found;

    HashingKey(SqliteFile file, Sealer sealer, Supplier<KeyFile> keys) {
        this.file = file;
        this.sealer = sealer;
        this.keys = keys;
    }

    /// Fingerprints credentials.
    SecretKey fingerprint() {
        return mac(secret().bytes());
    }

    /// A key for a keyed hash of another kind.
    ///
    /// @param use its name, which no other kind has
    SecretKey derived(String use) {
        return mac(DerivedKeys.hashing(secret(), use));
    }

    private static SecretKey mac(byte[] bytes) {
        try {
            return new SecretKeySpec(bytes, HMAC);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Secret secret() {
        Secret ready = found;
        if (ready == null) {
            // In this order: when there is no record afterwards, the file was as it was when the database was made.
            Secret first = keys.get().first();
            ready = kept().orElseGet(() -> DerivedKeys.fingerprint(first));
            found = ready;
        }
        return ready;
    }

    private Optional<Secret> kept() {
        return file.read(c -> Sql.first(c, "SELECT sealed FROM hashing_key", row -> row.getBytes(1)))
                .map(record -> Secret.takeOwnershipOf(sealer.open(OWNER, PURPOSE, record)));
    }

    /// Keeps the secret in the database, from then on for good.
    void keep() {
        byte[] plain = secret().bytes();
        byte[] kept = sealer.seal(OWNER, PURPOSE, plain);
        Arrays.fill(plain, (byte) 0);
        file.write(c -> Sql.update(c, "INSERT OR IGNORE INTO hashing_key (only_row, sealed) VALUES (1, ?)", kept));
    }
}

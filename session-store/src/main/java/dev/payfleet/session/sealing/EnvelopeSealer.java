package dev.payfleet.session.sealing;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.CryptoResult;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.StoreUnavailableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.cryptography.materialproviders.IKeyring;

/// Seals with a fresh data key per record, wrapped by the key ring.
///
/// A sealed record is, in this order:
///
/// 1. one byte: the version of this layout, `1`
/// 2. one message of the AWS Encryption SDK, format 2 (key-committing, AES-256-GCM, no signature), to the end;
///    in its header, readable by anyone, the encryption context: `tenant`, `connection`, `purpose`, and nothing
///    else
///
/// A record is about 260 bytes longer than what it holds.
public final class EnvelopeSealer implements Sealer {
    private static final byte VERSION = 1;

    private final Supplier<IKeyring> keyring;
    private final KeyOutage outage;
    private volatile @Nullable Envelope envelope;

    private record Envelope(AwsCrypto crypto, IKeyring keyring) {}

    /// @param keyring asked once, when first needed: loading the library takes about half a second, which a
    ///     start-up should not wait for
    public EnvelopeSealer(Supplier<IKeyring> keyring) {
        this(keyring, KeyOutage.NEVER);
    }

    /// @param keyring see above
    /// @param outage for a key ring whose keys lie elsewhere
    public EnvelopeSealer(Supplier<IKeyring> keyring, KeyOutage outage) {
        this.keyring = keyring;
        this.outage = outage;
    }

    @Override
    public byte[] seal(ConnectionKey key, String purpose, byte[] plain) {
        byte[] message = encrypt(context(key, purpose), plain);
        byte[] sealed = new byte[1 + message.length];
        sealed[0] = VERSION;
        System.arraycopy(message, 0, sealed, 1, message.length);
        return sealed;
    }

    private byte[] encrypt(Map<String, String> context, byte[] plain) {
        Envelope ready = envelope();
        try {
            return ready.crypto().encryptData(ready.keyring(), plain, context).getResult();
        } catch (RuntimeException failure) {
            throw outage.behind(failure).map(RuntimeException.class::cast).orElse(failure);
        }
    }

    @Override
    public byte[] open(ConnectionKey key, String purpose, byte[] sealed) {
        if (sealed.length == 0 || sealed[0] != VERSION) {
            throw new SealBrokenException(
                    key,
                    purpose,
                    "its layout is not the one this program knows (" + VERSION + "): it is damaged or newer");
        }
        Map<String, String> expected = context(key, purpose);
        CryptoResult<byte[], ?> opened = decrypt(key, purpose, Arrays.copyOfRange(sealed, 1, sealed.length), expected);
        // The library compares only the names that both sides have.
        if (!opened.getEncryptionContext().equals(expected)) {
            throw new SealBrokenException(key, purpose, "it was sealed for something else");
        }
        return opened.getResult();
    }

    private CryptoResult<byte[], ?> decrypt(
            ConnectionKey key, String purpose, byte[] message, Map<String, String> expected) {
        Envelope ready = envelope();
        try {
            return ready.crypto().decryptData(ready.keyring(), message, expected);
        } catch (RuntimeException refused) {
            Optional<StoreUnavailableException> unanswered = outage.behind(refused);
            if (unanswered.isPresent()) {
                throw unanswered.get();
            }
            // Only the kind of the refusal is told, because the library's own text may quote the record.
            throw new SealBrokenException(
                    key,
                    purpose,
                    "it was changed, or sealed for another connection or with another key ("
                            + refused.getClass().getSimpleName() + ")");
        }
    }

    private static Map<String, String> context(ConnectionKey key, String purpose) {
        return Map.of("tenant", key.clientId(), "connection", key.connectionId(), "purpose", purpose);
    }

    private Envelope envelope() {
        Envelope ready = envelope;
        if (ready == null) {
            synchronized (this) {
                ready = envelope;
                if (ready == null) {
                    ready = new Envelope(crypto(), keyring.get());
                    envelope = ready;
                }
            }
        }
        return ready;
    }

    private static AwsCrypto crypto() {
        return AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
                .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
                .build();
    }
}

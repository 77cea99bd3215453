package dev.payfleet.session.sealing;

import com.amazonaws.encryptionsdk.ParsedCiphertext;
import com.amazonaws.encryptionsdk.model.KeyBlob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What the header of a sealed record tells to anyone, without a key. It is not authenticated before the record is
/// opened: good for counting and for choosing a key, not for trusting.
public final class SealedHeader {
    /// No header of ours is longer: the first bytes of a record are enough to read it.
    public static final int LONGEST = 2048;

    /// After the name of a raw key come the lengths of tag and nonce, four bytes each, and the nonce.
    private static final int BEHIND_A_RAW_NAME = 4 + 4 + 12;

    /// Before the version of a branch key come salt and nonce.
    private static final int BEFORE_A_VERSION = 16 + 12;

    private static final String KMS = "aws-kms";
    private static final String BRANCH_KEY = "aws-kms-hierarchy";

    private SealedHeader() {}

    /// The key that the record is sealed under: the name of a raw key, the ARN of a key of KMS, or the version of a
    /// branch key.
    ///
    /// @param sealed the record, or its first [#LONGEST] bytes
    /// @return empty when it is no sealed record
    public static Optional<String> key(byte[] sealed) {
        if (sealed.length < 2) {
            return Optional.empty();
        }
        try {
            KeyBlob key = new ParsedCiphertext(Arrays.copyOfRange(sealed, 1, Math.min(sealed.length, LONGEST)))
                    .getEncryptedKeyBlobs()
                    .getFirst();
            return Optional.of(
                    switch (key.getProviderId()) {
                        case KMS -> text(key.getProviderInformation(), 0);
                        case BRANCH_KEY -> version(key.getEncryptedDataKey());
                        default -> text(key.getProviderInformation(), BEHIND_A_RAW_NAME);
                    });
        } catch (RuntimeException damaged) {
            // The library has no one type for all the ways in which bytes can be none of its messages.
            return Optional.empty();
        }
    }

    private static String text(byte[] information, int behind) {
        return new String(information, 0, information.length - behind, StandardCharsets.UTF_8);
    }

    private static String version(byte[] wrapped) {
        ByteBuffer version = ByteBuffer.wrap(wrapped, BEFORE_A_VERSION, Long.BYTES * 2);
        return new UUID(version.getLong(), version.getLong()).toString();
    }
}

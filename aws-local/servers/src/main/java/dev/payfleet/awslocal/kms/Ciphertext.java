package dev.payfleet.awslocal.kms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// The blob that KMS hands out. In order: one byte of version, sixteen of the key's id, four of the generation of
/// its material, twelve of nonce, then AES-256-GCM's text and tag. Everything before the nonce is authenticated,
/// and so is the encryption context.
final class Ciphertext {
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + 16 + 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ciphertext() {}

    static byte[] seal(Key key, byte[] plaintext, Map<String, String> context) {
        int generation = key.newestGeneration();
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES)
                .put(VERSION)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .putInt(generation);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, generation, nonce);
            cipher.updateAAD(head.array());
            cipher.updateAAD(EncryptionContext.canonical(context));
            byte[] sealed = cipher.doFinal(plaintext);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                    .put(head.array())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /// Which key a blob is for.
    ///
    /// @throws KmsException when it is none of ours
    static UUID keyId(byte[] blob) {
        try {
            ByteBuffer in = ByteBuffer.wrap(blob);
            if (in.get() == VERSION) {
                return new UUID(in.getLong(), in.getLong());
            }
        } catch (BufferUnderflowException e) {
            throw KmsException.invalidCiphertext();
        }
        throw KmsException.invalidCiphertext();
    }

    /// @throws KmsException when the blob or the context is not what was sealed
    static byte[] open(Key key, byte[] blob, Map<String, String> context) {
        if (blob.length < HEAD_BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw KmsException.invalidCiphertext();
        }
        int generation = ByteBuffer.wrap(blob).getInt(HEAD_BYTES - Integer.BYTES);
        byte[] nonce = Arrays.copyOfRange(blob, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, generation, nonce);
            cipher.updateAAD(blob, 0, HEAD_BYTES);
            cipher.updateAAD(EncryptionContext.canonical(context));
            return cipher.doFinal(blob, HEAD_BYTES + NONCE_BYTES, blob.length - HEAD_BYTES - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw KmsException.invalidCiphertext();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private static Cipher cipher(int mode, Key key, int generation, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.material(generation), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}

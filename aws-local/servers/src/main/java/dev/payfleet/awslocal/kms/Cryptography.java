package dev.payfleet.awslocal.kms;

import java.security.SecureRandom;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What is done with keys. Thread-safe.
final class Cryptography {
    /// KMS's own limits, in bytes.
    private static final int LONGEST_PLAINTEXT = 4096;

    private static final int LONGEST_CIPHERTEXT = 6144;
    private static final int LONGEST_DATA_KEY = 1024;

    private static final String ALGORITHM = "SYMMETRIC_DEFAULT";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    Cryptography(Keys keys) {
        this.keys = keys;
    }

    ObjectNode encrypt(KmsRequest request) {
        Key key = keys.find(request.text("KeyId")).usable();
        byte[] plaintext = request.bytes("Plaintext", LONGEST_PLAINTEXT);
        return Operations.nothing()
                .put("CiphertextBlob", Ciphertext.seal(key, plaintext, request.context("EncryptionContext")))
                .put("KeyId", key.arn())
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode decrypt(KmsRequest request) {
        byte[] blob = request.bytes("CiphertextBlob", LONGEST_CIPHERTEXT);
        Key key = keyOf(blob, request, "KeyId");
        return Operations.nothing()
                .put("Plaintext", Ciphertext.open(key, blob, request.context("EncryptionContext")))
                .put("KeyId", key.arn())
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode reEncrypt(KmsRequest request) {
        byte[] blob = request.bytes("CiphertextBlob", LONGEST_CIPHERTEXT);
        Key source = keyOf(blob, request, "SourceKeyId");
        Key target = keys.find(request.text("DestinationKeyId")).usable();
        byte[] plaintext = Ciphertext.open(source, blob, request.context("SourceEncryptionContext"));
        Map<String, String> context = request.context("DestinationEncryptionContext");
        return Operations.nothing()
                .put("CiphertextBlob", Ciphertext.seal(target, plaintext, context))
                .put("SourceKeyId", source.arn())
                .put("KeyId", target.arn())
                .put("SourceEncryptionAlgorithm", ALGORITHM)
                .put("DestinationEncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode generateDataKey(KmsRequest request) {
        Key key = keys.find(request.text("KeyId")).usable();
        byte[] dataKey = new byte[dataKeyBytes(request)];
        RANDOM.nextBytes(dataKey);
        return Operations.nothing()
                .put("CiphertextBlob", Ciphertext.seal(key, dataKey, request.context("EncryptionContext")))
                .put("Plaintext", dataKey)
                .put("KeyId", key.arn());
    }

    ObjectNode generateDataKeyWithoutPlaintext(KmsRequest request) {
        ObjectNode answer = generateDataKey(request);
        answer.remove("Plaintext");
        return answer;
    }

    private static int dataKeyBytes(KmsRequest request) {
        if (request.has("KeySpec") == request.has("NumberOfBytes")) {
            throw KmsException.invalid("Please specify either number of bytes or key spec.");
        }
        int bytes = switch (request.text("KeySpec", "")) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default -> request.number("NumberOfBytes", 0);
        };
        if (bytes < 1 || bytes > LONGEST_DATA_KEY) {
            throw KmsException.invalid("Value at 'numberOfBytes' must be between 1 and " + LONGEST_DATA_KEY);
        }
        return bytes;
    }

    private Key keyOf(byte[] blob, KmsRequest request, String name) {
        Key key = ownerOf(blob);
        if (request.has(name) && keys.find(request.text(name)) != key) {
            throw new KmsException(
                    "IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this");
        }
        return key.usable();
    }

    /// A key that is gone makes its blobs as unreadable as damage does.
    private Key ownerOf(byte[] blob) {
        try {
            return keys.find(Ciphertext.keyId(blob));
        } catch (KmsException e) {
            throw KmsException.invalidCiphertext();
        }
    }
}

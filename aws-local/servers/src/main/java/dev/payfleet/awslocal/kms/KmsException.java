package dev.payfleet.awslocal.kms;

/// A refusal in the words of KMS's protocol. Its message never holds a plaintext or a context.
final class KmsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    KmsException(String type, String message) {
        super(message);
        this.type = type;
    }

    /// The exception's name on the wire, for example `NotFoundException`.
    String type() {
        return type;
    }

    static KmsException invalidCiphertext() {
        // KMS gives no reason either: whoever probes must not learn which part was wrong.
        return new KmsException("InvalidCiphertextException", "");
    }

    static KmsException invalid(String message) {
        return new KmsException("ValidationException", "1 validation error detected: " + message);
    }
}

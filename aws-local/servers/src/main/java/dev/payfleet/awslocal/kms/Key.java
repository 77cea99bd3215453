package dev.payfleet.awslocal.kms;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One key, with the material of every rotation. Thread-safe.
final class Key {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MATERIAL_BYTES = 32;

    private final UUID id;
    private final String arn;
    private final String description;
    private final Instant created = Instant.now();
    private final List<SecretKey> generations = new CopyOnWriteArrayList<>();
    private volatile KeyState state = KeyState.ENABLED;
    private volatile boolean rotating;

    Key(UUID id, String arn, String description) {
        this.id = id;
        this.arn = arn;
        this.description = description;
        rotate();
    }

    UUID id() {
        return id;
    }

    String arn() {
        return arn;
    }

    String description() {
        return description;
    }

    Instant created() {
        return created;
    }

    KeyState state() {
        return state;
    }

    void state(KeyState next) {
        state = next;
    }

    /// Whether KMS would rotate it by itself, once a year.
    boolean rotating() {
        return rotating;
    }

    void rotating(boolean next) {
        rotating = next;
    }

    void rotate() {
        byte[] material = new byte[MATERIAL_BYTES];
        RANDOM.nextBytes(material);
        generations.add(new SecretKeySpec(material, "AES"));
    }

    int newestGeneration() {
        return generations.size() - 1;
    }

    /// @throws KmsException when there was no such generation
    SecretKey material(int generation) {
        if (generation < 0 || generation >= generations.size()) {
            throw KmsException.invalidCiphertext();
        }
        return generations.get(generation);
    }

    /// @throws KmsException when it is disabled or about to be deleted
    Key usable() {
        return switch (state) {
            case ENABLED -> this;
            case DISABLED -> throw new KmsException("DisabledException", arn + " is disabled.");
            case PENDING_DELETION -> throw new KmsException("KMSInvalidStateException", arn + " is pending deletion.");
        };
    }
}

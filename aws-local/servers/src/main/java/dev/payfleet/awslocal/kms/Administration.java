package dev.payfleet.awslocal.kms;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// What is done to keys. Thread-safe.
final class Administration {
    private static final int DEFAULT_WINDOW_DAYS = 30;
    private static final int ROTATION_DAYS = 365;

    private final Keys keys;

    Administration(Keys keys) {
        this.keys = keys;
    }

    ObjectNode createKey(KmsRequest request) {
        String spec = request.text("KeySpec", "SYMMETRIC_DEFAULT");
        if (!spec.equals("SYMMETRIC_DEFAULT")) {
            throw new KmsException("UnsupportedOperationException", "keys of spec " + spec + " are not known here");
        }
        return metadata(keys.create(request.text("Description", "")));
    }

    ObjectNode createAlias(KmsRequest request) {
        keys.alias(request.text("AliasName"), keys.find(request.text("TargetKeyId")));
        return Operations.nothing();
    }

    ObjectNode describeKey(KmsRequest request) {
        return metadata(key(request));
    }

    ObjectNode state(KmsRequest request, KeyState next) {
        Key key = notPendingDeletion(key(request));
        key.state(next);
        return Operations.nothing();
    }

    ObjectNode scheduleKeyDeletion(KmsRequest request) {
        Key key = notPendingDeletion(key(request));
        int days = request.number("PendingWindowInDays", DEFAULT_WINDOW_DAYS);
        key.state(KeyState.PENDING_DELETION);
        return Operations.nothing()
                .put("KeyId", key.arn())
                .put("KeyState", key.state().wireName())
                .put("PendingWindowInDays", days)
                .put("DeletionDate", Instant.now().plus(Duration.ofDays(days)).getEpochSecond());
    }

    ObjectNode cancelKeyDeletion(KmsRequest request) {
        Key key = key(request);
        if (key.state() != KeyState.PENDING_DELETION) {
            throw new KmsException("KMSInvalidStateException", key.arn() + " is not pending deletion.");
        }
        key.state(KeyState.DISABLED);
        return Operations.nothing().put("KeyId", key.arn());
    }

    ObjectNode rotating(KmsRequest request, boolean rotating) {
        key(request).usable().rotating(rotating);
        return Operations.nothing();
    }

    ObjectNode getKeyRotationStatus(KmsRequest request) {
        Key key = key(request);
        ObjectNode answer = Operations.nothing().put("KeyId", key.arn()).put("KeyRotationEnabled", key.rotating());
        return key.rotating() ? answer.put("RotationPeriodInDays", ROTATION_DAYS) : answer;
    }

    ObjectNode rotateKeyOnDemand(KmsRequest request) {
        Key key = key(request).usable();
        key.rotate();
        return Operations.nothing().put("KeyId", key.arn());
    }

    private Key key(KmsRequest request) {
        return keys.find(request.text("KeyId"));
    }

    private static Key notPendingDeletion(Key key) {
        return key.state() == KeyState.PENDING_DELETION ? key.usable() : key;
    }

    private static ObjectNode metadata(Key key) {
        ObjectNode metadata = Operations.nothing()
                .put("KeyId", key.id().toString())
                .put("Arn", key.arn())
                .put("AWSAccountId", key.arn().split(":")[4])
                .put("CreationDate", key.created().getEpochSecond())
                .put("Description", key.description())
                .put("Enabled", key.state() == KeyState.ENABLED)
                .put("KeyState", key.state().wireName())
                .put("KeyManager", "CUSTOMER")
                .put("KeySpec", "SYMMETRIC_DEFAULT")
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("Origin", "AWS_KMS")
                .put("MultiRegion", false);
        ObjectNode answer = Operations.nothing();
        answer.set("KeyMetadata", metadata);
        return answer;
    }
}

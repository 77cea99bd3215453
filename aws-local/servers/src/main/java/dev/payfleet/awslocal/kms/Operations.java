package dev.payfleet.awslocal.kms;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which operation is done by whom. Thread-safe.
final class Operations {
    private final Administration administration;
    private final Cryptography cryptography;

    Operations(Keys keys) {
        this.administration = new Administration(keys);
        this.cryptography = new Cryptography(keys);
    }

    /// @param operation for example `Decrypt`
    /// @throws KmsException when KMS would refuse
    ObjectNode answer(String operation, KmsRequest request) {
        return switch (operation) {
            case "Encrypt" -> cryptography.encrypt(request);
            case "Decrypt" -> cryptography.decrypt(request);
            case "ReEncrypt" -> cryptography.reEncrypt(request);
            case "GenerateDataKey" -> cryptography.generateDataKey(request);
            case "GenerateDataKeyWithoutPlaintext" -> cryptography.generateDataKeyWithoutPlaintext(request);
            case "CreateKey" -> administration.createKey(request);
            case "CreateAlias" -> administration.createAlias(request);
            case "DescribeKey" -> administration.describeKey(request);
            case "EnableKey" -> administration.state(request, KeyState.ENABLED);
            case "DisableKey" -> administration.state(request, KeyState.DISABLED);
            case "ScheduleKeyDeletion" -> administration.scheduleKeyDeletion(request);
            case "CancelKeyDeletion" -> administration.cancelKeyDeletion(request);
            case "EnableKeyRotation" -> administration.rotating(request, true);
            case "DisableKeyRotation" -> administration.rotating(request, false);
            case "GetKeyRotationStatus" -> administration.getKeyRotationStatus(request);
            case "RotateKeyOnDemand" -> administration.rotateKeyOnDemand(request);
            default -> throw new KmsException("UnsupportedOperationException", operation + " is not known here");
        };
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}

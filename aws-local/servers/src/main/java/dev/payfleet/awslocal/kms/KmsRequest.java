package dev.payfleet.awslocal.kms;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The members of one request. A member that is missing or of the wrong kind is refused as KMS refuses it.
///
/// @param members the request's JSON
record KmsRequest(JsonNode members) {
    String text(String name) {
        JsonNode member = members.path(name);
        if (!member.isString()) {
            throw KmsException.invalid("Value at '" + name + "' failed to satisfy constraint: Member must not be null");
        }
        return member.asString();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean has(String name) {
        return members.hasNonNull(name);
    }

    int number(String name, int otherwise) {
        return members.path(name).asInt(otherwise);
    }

    /// @param atMost in bytes
    byte[] bytes(String name, int atMost) {
        byte[] bytes = decoded(name);
        if (bytes.length < 1 || bytes.length > atMost) {
            throw KmsException.invalid("Value at '" + name
                    + "' failed to satisfy constraint: Member must have length between 1 and " + atMost);
        }
        return bytes;
    }

    Map<String, String> context(String name) {
        Map<String, String> context = new HashMap<>();
        members.path(name)
                .properties()
                .forEach(entry -> context.put(entry.getKey(), entry.getValue().asString()));
        return context;
    }

    private byte[] decoded(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw new KmsException("SerializationException", "Value at '" + name + "' is not Base64");
        }
    }
}

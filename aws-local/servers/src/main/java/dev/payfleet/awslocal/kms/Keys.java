package dev.payfleet.awslocal.kms;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All keys and their aliases. Thread-safe.
final class Keys {
    private static final String ALIAS = "alias/";

    private final Map<UUID, Key> byId = new ConcurrentHashMap<>();
    private final Map<String, UUID> aliases = new ConcurrentHashMap<>();
    private final String arnPrefix;

    Keys(String region, String account) {
        this.arnPrefix = "arn:aws:kms:" + region + ":" + account + ":";
    }

    Key create(String description) {
        UUID id = UUID.randomUUID();
        Key key = new Key(id, arnPrefix + "key/" + id, description);
        byId.put(id, key);
        return key;
    }

    /// @throws KmsException when the name is no alias's or is taken
    void alias(String name, Key key) {
        if (!name.startsWith(ALIAS)) {
            throw KmsException.invalid("Value at 'aliasName' must begin with alias/");
        }
        if (aliases.putIfAbsent(name, key.id()) != null) {
            throw new KmsException("AlreadyExistsException", "An alias with this name already exists");
        }
    }

    /// @param name id, ARN, alias, or an alias's ARN
    /// @throws KmsException when there is no such key
    Key find(String name) {
        String local = name.startsWith(arnPrefix) ? name.substring(arnPrefix.length()) : name;
        UUID id = local.startsWith(ALIAS) ? aliases.get(local) : parsed(local);
        return find(id, name);
    }

    /// @throws KmsException when there is no such key
    Key find(UUID id) {
        return find(id, id.toString());
    }

    private Key find(@Nullable UUID id, String name) {
        Key key = id == null ? null : byId.get(id);
        if (key == null) {
            throw new KmsException("NotFoundException", "Key '" + name + "' does not exist");
        }
        return key;
    }

    private static @Nullable UUID parsed(String local) {
        try {
            return UUID.fromString(local.startsWith("key/") ? local.substring("key/".length()) : local);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

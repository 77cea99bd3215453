package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.cryptography.keystore.KeyStore;
import software.amazon.cryptography.keystore.model.CreateKeyInput;
import software.amazon.cryptography.keystore.model.CreateKeyOutput;
import software.amazon.cryptography.keystore.model.GetBeaconKeyInput;
import software.amazon.cryptography.keystore.model.KMSConfiguration;
import software.amazon.cryptography.keystore.model.KeyStoreConfig;
import software.amazon.cryptography.keystore.model.VersionKeyInput;
import software.amazon.cryptography.keystore.model.VersionKeyOutput;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.CacheType;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsHierarchicalKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;
import software.amazon.cryptography.materialproviders.model.StormTrackingCache;
import software.amazon.cryptography.materialproviders.model.TimeUnits;

/// The key rings of the fleet, all under one key of KMS.
///
/// - [#direct] asks KMS for each record, with tenant, connection and purpose as encryption context: for credentials,
///   which are opened only to sign in.
/// - [#branch] asks KMS once in a while for a branch key that lies, wrapped, in a table, and works with that: for
///   sessions and results, of which each job has some. KMS sees table and branch key by name as encryption context.
final class KeyRings {
    private static final Map<String, String> CONTEXT = Map.of("purpose", "records");
    private static final int VERSIONS = 32;
    private static final String VERSION = "branch:version:";

    private final DynamoDbClient dynamoDb;
    private final KmsClient kms;
    private final String table;
    private final String name;
    private final List<String> keyArns;
    private final Duration life;
    private final KmsOutage outage;

    KeyRings(DynamoDbClient dynamoDb, KmsClient kms, AwsSessionsConfig config, KmsOutage outage) {
        this(dynamoDb, kms, config, config.prefix(), outage);
    }

    /// @param restored the prefix of tables that were brought back: the branch keys lie there, and are wrapped
    ///     under the name of the table that they come from
    KeyRings(DynamoDbClient dynamoDb, KmsClient kms, AwsSessionsConfig config, String restored, KmsOutage outage) {
        this.dynamoDb = dynamoDb;
        this.kms = kms;
        this.table = SessionTables.BRANCH_KEYS.nameIn(restored);
        this.name = SessionTables.BRANCH_KEYS.nameIn(config.prefix());
        this.keyArns = Stream.concat(Stream.of(config.keyArn()), config.formerKeyArns().stream())
                .toList();
        this.life = config.keyLife();
        this.outage = outage;
    }

    /// @param arn one of [#keyArns()]
    IKeyring direct(String arn) {
        return providers()
                .CreateAwsKmsKeyring(CreateAwsKmsKeyringInput.builder()
                        .kmsClient(kms)
                        .kmsKeyId(arn)
                        .build());
    }

    /// The key of KMS that seals credentials, and after it those that did so before and still open.
    List<String> keyArns() {
        return keyArns;
    }

    /// @throws StoreUnavailableException when there is no branch key yet
    IKeyring branch(BranchKey key) {
        requirePrepared(key);
        return providers()
                .CreateAwsKmsHierarchicalKeyring(CreateAwsKmsHierarchicalKeyringInput.builder()
                        .keyStore(store(key))
                        .branchKeyId(key.id())
                        .ttlSeconds(life.toSeconds())
                        .cache(cache())
                        .build());
    }

    /// Of many threads that need a key at once, one asks for it and the others wait. Shortly before a key's time is
    /// over, one asks anew while the others still have it.
    private CacheType cache() {
        int millis = Math.toIntExact(life.toMillis());
        return CacheType.builder()
                .StormTracking(StormTrackingCache.builder()
                        .entryCapacity(VERSIONS)
                        .entryPruningTailSize(1)
                        .timeUnits(TimeUnits.Milliseconds)
                        .gracePeriod(millis / 10)
                        .graceInterval(millis / 100)
                        .fanOut(VERSIONS)
                        .inFlightTTL(millis / 10)
                        .sleepMilli(5)
                        .build())
                .build();
    }

    /// A random key for keyed hashes, made with the branch key and wrapped like it. It stays when the branch key
    /// gets a new version.
    ///
    /// @throws StoreUnavailableException when there is no branch key yet
    byte[] hashing() {
        requirePrepared(BranchKey.SESSIONS);
        ByteBuffer key = outage.answer(() -> store(BranchKey.SESSIONS)
                .GetBeaconKey(GetBeaconKeyInput.builder()
                        .branchKeyIdentifier(BranchKey.SESSIONS.id())
                        .build())
                .beaconKeyMaterials()
                .beaconKey());
        byte[] bytes = new byte[key.remaining()];
        key.get(bytes);
        return bytes;
    }

    /// Makes the branch keys that there are not yet.
    void prepare() {
        for (BranchKey key : BranchKey.values()) {
            if (!isPrepared(key)) {
                make(key);
            }
        }
    }

    private void make(BranchKey key) {
        try {
            CreateKeyOutput _ = outage.answer(() -> store(key)
                    .CreateKey(CreateKeyInput.builder()
                            .branchKeyIdentifier(key.id())
                            .encryptionContext(CONTEXT)
                            .build()));
        } catch (RuntimeException refused) {
            // Another process may have been faster.
            if (!isPrepared(key)) {
                throw refused;
            }
        }
    }

    /// Gives the branch keys a new version, for what is sealed from then on: within the time that a process keeps a
    /// key.
    void renew() {
        for (BranchKey key : BranchKey.values()) {
            VersionKeyOutput _ = outage.answer(() -> store(key)
                    .VersionKey(VersionKeyInput.builder()
                            .branchKeyIdentifier(key.id())
                            .build()));
        }
    }

    private void requirePrepared(BranchKey key) {
        if (!isPrepared(key)) {
            throw new StoreUnavailableException(
                    Reason.REFUSED,
                    "the branch key `" + key.id() + "` in " + table,
                    "there is none: prepare the deployment first");
        }
    }

    private boolean isPrepared(BranchKey key) {
        return active(key).isPresent();
    }

    private Optional<Item> active(BranchKey key) {
        Map<String, AttributeValue> active =
                Map.of("branch-key-id", AttributeValue.fromS(key.id()), "type", AttributeValue.fromS("branch:ACTIVE"));
        return new DynamoTable(dynamoDb, table).get(active);
    }

    /// All versions of a branch key, the oldest first.
    List<BranchKeyVersion> versions(BranchKey key) {
        requirePrepared(key);
        Optional<String> seals = active(key).flatMap(item -> item.optionalText("version"));
        return new DynamoTable(dynamoDb, table)
                        .query(query -> query.keyConditionExpression("#key = :key AND begins_with(#type, :version)")
                                .expressionAttributeNames(Map.of("#key", "branch-key-id", "#type", "type"))
                                .expressionAttributeValues(Map.of(
                                        ":key",
                                        AttributeValue.fromS(key.id()),
                                        ":version",
                                        AttributeValue.fromS(VERSION))))
                        .stream()
                        .map(item -> new BranchKeyVersion(
                                key,
                                item.text("type").substring(VERSION.length()),
                                item.optionalText("create-time").flatMap(KeyRings::instant),
                                seals.equals(item.optionalText("type"))))
                        .sorted(Comparator.comparing(version -> version.since().orElse(Instant.EPOCH)))
                        .toList();
    }

    /// The library writes it, and promises no form.
    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /// A branch key stays under the key of KMS that it was made under, as long as that is one of those configured.
    private String arnOf(BranchKey key) {
        return active(key)
                .flatMap(item -> item.optionalText("kms-arn"))
                .filter(keyArns::contains)
                .orElse(keyArns.getFirst());
    }

    private KeyStore store(BranchKey key) {
        String keyArn = arnOf(key);
        return KeyStore.builder()
                .KeyStoreConfig(KeyStoreConfig.builder()
                        .ddbTableName(table)
                        .logicalKeyStoreName(name)
                        .ddbClient(dynamoDb)
                        .kmsClient(kms)
                        .kmsConfiguration(
                                KMSConfiguration.builder().kmsKeyArn(keyArn).build())
                        .build())
                .build();
    }

    private static MaterialProviders providers() {
        return MaterialProviders.builder()
                .MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
                .build();
    }
}

package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
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
/// - [#direct()] asks KMS for each record, with tenant, connection and purpose as encryption context: for credentials,
///   which are opened only to sign in.
/// - [#branch] asks KMS once in a while for a branch key that lies, wrapped, in a table, and works with that: for
///   sessions and results, of which each job has some. KMS sees table and branch key by name as encryption context.
final class KeyRings {
    private static final Map<String, String> CONTEXT = Map.of("purpose", "records");
    private static final int VERSIONS = 32;

    private final DynamoDbClient dynamoDb;
    private final KmsClient kms;
    private final String table;
    private final String name;
    private final String keyArn;
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
        this.keyArn = config.keyArn();
        this.life = config.keyLife();
        this.outage = outage;
    }

    IKeyring direct() {
        return providers()
                .CreateAwsKmsKeyring(CreateAwsKmsKeyringInput.builder()
                        .kmsClient(kms)
                        .kmsKeyId(keyArn)
                        .build());
    }

    /// @throws StoreUnavailableException when there is no branch key yet
    IKeyring branch(BranchKey key) {
        requirePrepared(key);
        return providers()
                .CreateAwsKmsHierarchicalKeyring(CreateAwsKmsHierarchicalKeyringInput.builder()
                        .keyStore(store())
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
        ByteBuffer key = outage.answer(() -> store().GetBeaconKey(GetBeaconKeyInput.builder()
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
            CreateKeyOutput _ = outage.answer(() -> store().CreateKey(CreateKeyInput.builder()
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
            VersionKeyOutput _ = outage.answer(() -> store().VersionKey(VersionKeyInput.builder()
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
        Map<String, AttributeValue> active =
                Map.of("branch-key-id", AttributeValue.fromS(key.id()), "type", AttributeValue.fromS("branch:ACTIVE"));
        return AwsCall.answer(
                        AwsService.DYNAMODB,
                        "GetItem",
                        () -> dynamoDb.getItem(
                                get -> get.tableName(table).key(active).consistentRead(true)))
                .hasItem();
    }

    private KeyStore store() {
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

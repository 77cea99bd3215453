package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.cryptography.keystore.KeyStore;
import software.amazon.cryptography.keystore.model.CreateKeyInput;
import software.amazon.cryptography.keystore.model.GetBeaconKeyInput;
import software.amazon.cryptography.keystore.model.KMSConfiguration;
import software.amazon.cryptography.keystore.model.KeyStoreConfig;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.CacheType;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsHierarchicalKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateAwsKmsKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;
import software.amazon.cryptography.materialproviders.model.MultiThreadedCache;

/// The key rings of the fleet, all under one key of KMS.
///
/// - [#direct()] asks KMS for each record, with tenant, connection and purpose as encryption context: for credentials,
///   which are opened only to sign in.
/// - [#branch()] asks KMS once in a while for a branch key that lies, wrapped, in a table, and works with that: for
///   sessions and results, of which each job has some. KMS sees the table's name as encryption context.
final class KeyRings {
    /// One for the deployment: tenant and connection are bound to each record in any case.
    private static final String BRANCH_KEY = "payfleet";

    private static final Map<String, String> CONTEXT = Map.of("purpose", "records");
    private static final int VERSIONS = 32;

    private final DynamoDbClient dynamoDb;
    private final KmsClient kms;
    private final String table;
    private final String keyArn;
    private final Duration life;

    KeyRings(DynamoDbClient dynamoDb, KmsClient kms, AwsSessionsConfig config) {
        this.dynamoDb = dynamoDb;
        this.kms = kms;
        this.table = SessionTables.BRANCH_KEYS.nameIn(config.prefix());
        this.keyArn = config.keyArn();
        this.life = config.keyLife();
    }

    IKeyring direct() {
        return providers()
                .CreateAwsKmsKeyring(CreateAwsKmsKeyringInput.builder()
                        .kmsClient(kms)
                        .kmsKeyId(keyArn)
                        .build());
    }

    IKeyring branch() {
        return providers()
                .CreateAwsKmsHierarchicalKeyring(CreateAwsKmsHierarchicalKeyringInput.builder()
                        .keyStore(store())
                        .branchKeyId(BRANCH_KEY)
                        .ttlSeconds(life.toSeconds())
                        .cache(CacheType.builder()
                                .MultiThreaded(MultiThreadedCache.builder()
                                        .entryCapacity(VERSIONS)
                                        .entryPruningTailSize(1)
                                        .build())
                                .build())
                        .build());
    }

    /// A random key for keyed hashes, made with the branch key and wrapped like it. It stays when the branch key gets a
    /// new version.
    byte[] hashing() {
        ByteBuffer key = store().GetBeaconKey(GetBeaconKeyInput.builder()
                        .branchKeyIdentifier(BRANCH_KEY)
                        .build())
                .beaconKeyMaterials()
                .beaconKey();
        byte[] bytes = new byte[key.remaining()];
        key.get(bytes);
        return bytes;
    }

    /// Makes the branch key, unless there is one.
    void prepare() {
        if (isPrepared()) {
            return;
        }
        try {
            store().CreateKey(CreateKeyInput.builder()
                    .branchKeyIdentifier(BRANCH_KEY)
                    .encryptionContext(CONTEXT)
                    .build());
        } catch (RuntimeException refused) {
            if (!isPrepared()) {
                throw refused;
            }
        }
    }

    private boolean isPrepared() {
        Map<String, AttributeValue> active = Map.of(
                "branch-key-id", AttributeValue.fromS(BRANCH_KEY), "type", AttributeValue.fromS("branch:ACTIVE"));
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
                        .logicalKeyStoreName(table)
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

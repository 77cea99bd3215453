package dev.payfleet.awslocal.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.awslocal.Clients;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.ReEncryptResponse;

/// Asks with the real client, over the wire.
class LocalKmsTest {
    private static final SdkBytes SECRET = SdkBytes.fromUtf8String("forty-two");
    private static final Map<String, String> CONTEXT = Map.of("tenant", "acme", "connection", "c-1");

    private static LocalKms kms;
    private static KmsClient client;

    private String key;

    @BeforeAll
    static void start() {
        kms = LocalKms.start("eu-west-1", "000000000000");
        client = Clients.kms(kms.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        kms.close();
    }

    @BeforeEach
    void freshKey() {
        key = kms.createKey();
    }

    @Test
    void what_was_encrypted_opens_with_the_same_context_in_any_order() {
        Map<String, String> backwards = new LinkedHashMap<>();
        backwards.put("tenant", "acme");
        backwards.put("connection", "c-1");
        Map<String, String> forwards = new LinkedHashMap<>();
        forwards.put("connection", "c-1");
        forwards.put("tenant", "acme");

        assertThat(opened(sealed(backwards), forwards)).isEqualTo(SECRET);
    }

    @Test
    void the_same_text_never_gives_the_same_bytes() {
        assertThat(sealed(CONTEXT)).isNotEqualTo(sealed(CONTEXT));
    }

    @Test
    void another_context_does_not_open_it() {
        SdkBytes blob = sealed(CONTEXT);

        assertRefused(blob, Map.of("tenant", "acme", "connection", "c-2"));
        assertRefused(blob, Map.of("tenant", "acme"));
        assertRefused(blob, Map.of());
        assertRefused(blob, Map.of("tenantacme", "", "connection", "c-1"));
    }

    @Test
    void no_changed_byte_goes_unnoticed() {
        byte[] blob = sealed(CONTEXT).asByteArray();

        for (int at = 0; at < blob.length; at++) {
            byte[] changed = blob.clone();
            changed[at] ^= 1;
            assertRefused(SdkBytes.fromByteArray(changed), CONTEXT);
        }
        assertRefused(SdkBytes.fromByteArray(new byte[] {1}), CONTEXT);
    }

    @Test
    void a_disabled_key_does_nothing_until_it_is_enabled() {
        SdkBytes blob = sealed(CONTEXT);

        kms.disable(key);
        assertThatThrownBy(() -> opened(blob, CONTEXT)).isInstanceOf(DisabledException.class);
        assertThatThrownBy(() -> sealed(CONTEXT)).isInstanceOf(DisabledException.class);
        assertThatThrownBy(this::dataKey).isInstanceOf(DisabledException.class);
        assertThat(described().keyState()).isEqualTo(KeyState.DISABLED);
        assertThat(described().enabled()).isFalse();

        client.enableKey(enable -> enable.keyId(key));
        assertThat(opened(blob, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void a_key_about_to_be_deleted_does_nothing() {
        SdkBytes blob = sealed(CONTEXT);

        client.scheduleKeyDeletion(schedule -> schedule.keyId(key).pendingWindowInDays(7));
        assertThatThrownBy(() -> opened(blob, CONTEXT)).isInstanceOf(KmsInvalidStateException.class);
        assertThatThrownBy(() -> client.enableKey(enable -> enable.keyId(key)))
                .isInstanceOf(KmsInvalidStateException.class);

        client.cancelKeyDeletion(cancel -> cancel.keyId(key));
        assertThat(described().keyState()).isEqualTo(KeyState.DISABLED);
    }

    @Test
    void an_unknown_key_is_not_found() {
        assertThatThrownBy(() -> client.describeKey(ask -> ask.keyId("8d1c7bd4-0000-0000-0000-000000000000")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.describeKey(ask -> ask.keyId("alias/nobody")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void more_than_4096_bytes_are_refused() {
        assertThat(client.encrypt(ask -> ask.keyId(key).plaintext(SdkBytes.fromByteArray(new byte[4096])))
                        .keyId())
                .isEqualTo(key);
        assertThatThrownBy(
                        () -> client.encrypt(ask -> ask.keyId(key).plaintext(SdkBytes.fromByteArray(new byte[4097]))))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void a_data_key_comes_open_and_sealed() {
        GenerateDataKeyResponse dataKey = dataKey();

        assertThat(dataKey.plaintext().asByteArray()).hasSize(32);
        assertThat(opened(dataKey.ciphertextBlob(), CONTEXT)).isEqualTo(dataKey.plaintext());
        assertThat(dataKey().plaintext()).isNotEqualTo(dataKey.plaintext());
        SdkBytes sealedOnly = client.generateDataKeyWithoutPlaintext(
                        ask -> ask.keyId(key).numberOfBytes(24).encryptionContext(CONTEXT))
                .ciphertextBlob();
        assertThat(opened(sealedOnly, CONTEXT).asByteArray()).hasSize(24);
    }

    @Test
    void a_rotated_key_opens_what_it_sealed_before() {
        SdkBytes before = sealed(CONTEXT);
        client.rotateKeyOnDemand(rotate -> rotate.keyId(key));
        SdkBytes after = sealed(CONTEXT);

        assertThat(opened(before, CONTEXT)).isEqualTo(SECRET);
        assertThat(opened(after, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void rotation_is_off_until_it_is_asked_for() {
        assertThat(client.getKeyRotationStatus(ask -> ask.keyId(key)).keyRotationEnabled())
                .isFalse();
        client.enableKeyRotation(enable -> enable.keyId(key));
        assertThat(client.getKeyRotationStatus(ask -> ask.keyId(key)).keyRotationEnabled())
                .isTrue();
    }

    @Test
    void re_encryption_changes_key_and_context_without_showing_the_text() {
        String other = kms.createKey();
        ReEncryptResponse moved = client.reEncrypt(ask -> ask.ciphertextBlob(sealed(CONTEXT))
                .sourceEncryptionContext(CONTEXT)
                .destinationKeyId(other)
                .destinationEncryptionContext(Map.of("tenant", "other")));

        assertThat(moved.sourceKeyId()).isEqualTo(key);
        assertThat(moved.keyId()).isEqualTo(other);
        assertThat(opened(moved.ciphertextBlob(), Map.of("tenant", "other"))).isEqualTo(SECRET);
        assertRefused(moved.ciphertextBlob(), CONTEXT);
    }

    @Test
    void a_blob_does_not_open_under_another_key() {
        SdkBytes blob = sealed(CONTEXT);
        String other = kms.createKey();

        assertThatThrownBy(() -> client.decrypt(
                        ask -> ask.keyId(other).ciphertextBlob(blob).encryptionContext(CONTEXT)))
                .isInstanceOf(IncorrectKeyException.class);
    }

    @Test
    void a_key_answers_to_its_id_its_arn_and_its_alias() {
        String alias = "alias/" + key.substring(key.indexOf('/') + 1);
        client.createAlias(create -> create.aliasName(alias).targetKeyId(key));
        String aliasArn = key.substring(0, key.indexOf("key/")) + alias;

        for (String name : new String[] {key, key.substring(key.indexOf('/') + 1), alias, aliasArn}) {
            assertThat(client.describeKey(ask -> ask.keyId(name)).keyMetadata().arn())
                    .as(name)
                    .isEqualTo(key);
        }
    }

    @Test
    void a_client_can_make_a_key() {
        KeyMetadata made =
                client.createKey(create -> create.description("wraps")).keyMetadata();

        assertThat(made.arn()).startsWith("arn:aws:kms:eu-west-1:000000000000:key/");
        assertThat(made.awsAccountId()).isEqualTo("000000000000");
        assertThat(made.description()).isEqualTo("wraps");
        assertThat(made.keyState()).isEqualTo(KeyState.ENABLED);
    }

    @Test
    void what_it_does_not_know_it_says() {
        assertThatThrownBy(client::listKeys)
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnsupportedOperationException"));
    }

    @Test
    void every_call_is_counted_refused_ones_too() {
        long before = kms.calls("Decrypt");
        SdkBytes blob = sealed(CONTEXT);
        opened(blob, CONTEXT);
        assertRefused(blob, Map.of());

        assertThat(kms.calls("Decrypt")).isEqualTo(before + 2);
        assertThat(kms.calls()).containsEntry("Decrypt", before + 2);
        assertThat(kms.calls("Nothing")).isZero();
    }

    private SdkBytes sealed(Map<String, String> context) {
        return client.encrypt(ask -> ask.keyId(key).plaintext(SECRET).encryptionContext(context))
                .ciphertextBlob();
    }

    private static SdkBytes opened(SdkBytes blob, Map<String, String> context) {
        return client.decrypt(ask -> ask.ciphertextBlob(blob).encryptionContext(context))
                .plaintext();
    }

    private GenerateDataKeyResponse dataKey() {
        return client.generateDataKey(
                ask -> ask.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
    }

    private KeyMetadata described() {
        return client.describeKey(ask -> ask.keyId(key)).keyMetadata();
    }

    private static void assertRefused(SdkBytes blob, Map<String, String> context) {
        assertThatThrownBy(() -> opened(blob, context)).isInstanceOf(InvalidCiphertextException.class);
    }
}

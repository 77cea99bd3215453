package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.infra.Stacked.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private static final String EVIDENCE = "EvidenceBucket";
    private static final String RESULTS = "ResultsBucket";

    static List<String> buckets() {
        return Stacked.all("AWS::S3::Bucket").stream().map(Resource::id).toList();
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void nobody_outside_sees_a_bucket(String id) {
        Node block = bucket(id).at("PublicAccessBlockConfiguration");

        assertThat(Stream.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                        .map(name -> block.at(name).flag()))
                .containsOnly(true);
        assertThat(bucket(id).at("OwnershipControls", "Rules").mentions("BucketOwnerEnforced"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void a_bucket_speaks_tls_only(String id) {
        assertThat(policy(id)
                        .filter(sentence -> sentence.denies("s3:GetObject"))
                        .map(sentence -> sentence.condition("Bool", "aws:SecureTransport")))
                .contains("false");
        assertThat(policy(id)
                        .filter(sentence -> sentence.denies("s3:GetObject"))
                        .map(sentence -> sentence.condition("NumericLessThan", "s3:TlsVersion")))
                .contains("1.2");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void no_bucket_keeps_versions_of_what_its_lifecycle_deletes(String id) {
        assertThat(bucket(id).at("VersioningConfiguration").isThere()).isFalse();
        assertThat(bucket(id).at("ObjectLockEnabled").flag()).isFalse();
        assertThat(bucket(id).at("ReplicationConfiguration").isThere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIDENCE, RESULTS})
    void what_is_put_under_another_key_is_refused(String id) {
        assertThat(policy(id)
                        .filter(sentence -> sentence.denies("s3:PutObject"))
                        .map(sentence ->
                                sentence.condition("StringNotEqualsIfExists", "s3:x-amz-server-side-encryption")))
                .contains("aws:kms");
        assertThat(policy(id)
                        .filter(sentence -> sentence.denies("s3:PutObject"))
                        .map(sentence -> sentence.statement()
                                .at(
                                        "Condition",
                                        "StringNotEqualsIfExists",
                                        "s3:x-amz-server-side-encryption-aws-kms-key-id"))
                        .filter(Node::isThere)
                        .map(key -> key.mentions("Keys")))
                .containsExactly(true);
    }

    @Test
    void evidence_lies_under_a_key_of_its_own() {
        assertThat(key(EVIDENCE).mentions("KeysEvidence")).isTrue();
        assertThat(key(RESULTS).mentions("KeysStorage")).isTrue();
    }

    @Test
    void evidence_is_gone_after_five_days() {
        assertThat(rules(EVIDENCE))
                .filteredOn(rule -> rule.at("ExpirationInDays").isThere())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.at("Status").text()).isEqualTo("Enabled");
                    assertThat(rule.at("ExpirationInDays").number()).isEqualTo(5);
                    assertThat(rule.at("Prefix").isThere()).isFalse();
                });
    }

    @Test
    void a_large_result_is_gone_before_fourteen_days_and_a_large_session_is_not() {
        assertThat(rules(RESULTS))
                .filteredOn(rule -> rule.at("ExpirationInDays").isThere())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.at("Status").text()).isEqualTo("Enabled");
                    assertThat(rule.at("ExpirationInDays").number()).isLessThan(14);
                    assertThat(rule.at("Prefix").text()).isEqualTo("results/");
                });
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void half_an_upload_is_gone_after_a_day(String id) {
        assertThat(rules(id)).anySatisfy(rule -> {
            assertThat(rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation")
                            .number())
                    .isEqualTo(1);
            assertThat(rule.at("Prefix").isThere()).isFalse();
        });
    }

    @Test
    void who_reads_evidence_is_written_down() {
        assertThat(bucket(EVIDENCE)
                        .at("LoggingConfiguration", "DestinationBucketName")
                        .mentions("AccessLogs"))
                .isTrue();
    }

    private static List<Node> rules(String id) {
        return bucket(id).at("LifecycleConfiguration", "Rules").items();
    }

    private static Node key(String id) {
        return bucket(id)
                .at("BucketEncryption", "ServerSideEncryptionConfiguration")
                .items()
                .getFirst()
                .at("ServerSideEncryptionByDefault", "KMSMasterKeyID");
    }

    private static Resource bucket(String id) {
        return Stacked.one("AWS::S3::Bucket", id);
    }

    private static Stream<Sentence> policy(String id) {
        return Stacked.all("AWS::S3::BucketPolicy").stream()
                .filter(policy -> policy.at("Bucket").mentions(bucket(id).id()))
                .flatMap(policy -> Sentence.in(policy, "PolicyDocument"));
    }
}

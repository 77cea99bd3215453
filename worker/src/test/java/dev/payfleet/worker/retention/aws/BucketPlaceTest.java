package dev.payfleet.worker.retention.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.payfleet.worker.retention.BrokenPromise;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// What a bucket may answer, over the real client.
class BucketPlaceTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:000000000000:key/0a1b2c3d-0000-1111-2222-333344445555";
    private static final String PUBLIC_ACCESS = """
            <PublicAccessBlockConfiguration><BlockPublicAcls>%s</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>
            <BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>
            </PublicAccessBlockConfiguration>""";
    private static final String ENCRYPTION = """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>%s</SSEAlgorithm>
            <KMSMasterKeyID>%s</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule>
            </ServerSideEncryptionConfiguration>""";
    private static final String LIFECYCLE = """
            <LifecycleConfiguration><Rule><ID>forgets</ID><Status>%s</Status><Filter>%s</Filter>
            <Expiration><Days>%d</Days></Expiration></Rule></LifecycleConfiguration>""";
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Principal": %s, "Action": "s3:*",
             "Resource": ["arn:aws:s3:::kept", "arn:aws:s3:::kept/*"],
             "Condition": {"Bool": {"aws:SecureTransport": %s}}}]}""";

    private ScriptedAws aws;
    private S3Client s3;

    @BeforeEach
    void promiseEverything() {
        aws = new ScriptedAws()
                .answers("publicAccessBlock", 200, PUBLIC_ACCESS.formatted("true"))
                .answers("encryption", 200, ENCRYPTION.formatted("aws:kms", KEY))
                .answers("lifecycle", 200, LIFECYCLE.formatted("Enabled", "<Prefix></Prefix>", 5))
                .answers("versioning", 200, "<VersioningConfiguration/>")
                .answers("policy", 200, POLICY.formatted("Deny", "{\"AWS\": \"*\"}", "\"false\""));
        s3 = asking(aws);
    }

    private static S3Client asking(ScriptedAws aws) {
        return S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(aws.uri())
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterEach
    void close() {
        s3.close();
        aws.close();
    }

    @Test
    void a_bucket_as_the_stack_makes_it_is_as_promised() {
        assertThat(broken("", 5)).isEmpty();
        assertThat(aws.asked())
                .containsExactly(
                        "GET /kept?publicAccessBlock",
                        "GET /kept?encryption",
                        "GET /kept?lifecycle",
                        "GET /kept?versioning",
                        "GET /kept?policy");
    }

    static Stream<Arguments> answersThatBreakThePromise() {
        return Stream.of(
                arguments(
                        "publicAccessBlock",
                        404,
                        "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>",
                        "public access block: found none, expected all four on"),
                arguments(
                        "publicAccessBlock",
                        200,
                        PUBLIC_ACCESS.formatted("false"),
                        "public access block: found BlockPublicAcls false, IgnorePublicAcls true"),
                arguments(
                        "encryption",
                        200,
                        ENCRYPTION.formatted("AES256", ""),
                        "default encryption: found AES256 with , expected aws:kms with " + KEY),
                arguments(
                        "encryption",
                        200,
                        ENCRYPTION.formatted("aws:kms", "arn:aws:kms:eu-west-1:000000000000:key/other"),
                        "default encryption: found aws:kms with arn:aws:kms:eu-west-1:000000000000:key/other"),
                arguments(
                        "encryption",
                        404,
                        "<Error><Code>ServerSideEncryptionConfigurationNotFoundError</Code></Error>",
                        "default encryption: found none"),
                arguments(
                        "lifecycle",
                        404,
                        "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>",
                        "lifecycle: found none, expected a rule that expires everything after at most 5 days"),
                arguments(
                        "lifecycle",
                        200,
                        LIFECYCLE.formatted("Enabled", "", 6),
                        "lifecycle: found after 6 days, expected a rule"),
                arguments("lifecycle", 200, LIFECYCLE.formatted("Disabled", "", 5), "lifecycle: found no such rule"),
                arguments(
                        "lifecycle",
                        200,
                        LIFECYCLE.formatted("Enabled", "<Prefix>pictures/</Prefix>", 5),
                        "lifecycle: found no such rule"),
                arguments(
                        "lifecycle",
                        200,
                        LIFECYCLE.formatted("Enabled", "<Tag><Key>a</Key><Value>b</Value></Tag>", 5),
                        "lifecycle: found no such rule"),
                arguments(
                        "lifecycle",
                        200,
                        LIFECYCLE.formatted("Enabled", "<ObjectSizeGreaterThan>1</ObjectSizeGreaterThan>", 5),
                        "lifecycle: found no such rule"),
                arguments(
                        "versioning",
                        200,
                        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
                        "versioning: found Enabled, expected never switched on"),
                arguments(
                        "versioning",
                        200,
                        "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>",
                        "versioning: found Suspended, expected never switched on"),
                arguments(
                        "policy",
                        404,
                        "<Error><Code>NoSuchBucketPolicy</Code></Error>",
                        "policy: found none, expected a denial of all that comes without TLS"),
                arguments(
                        "policy", 200, POLICY.formatted("Allow", "\"*\"", "\"false\""), "policy: found no such denial"),
                arguments("policy", 200, POLICY.formatted("Deny", "\"*\"", "\"true\""), "policy: found no such denial"),
                arguments(
                        "policy",
                        200,
                        POLICY.formatted("Deny", "{\"AWS\": \"arn:aws:iam::1:root\"}", "\"false\""),
                        "policy: found no such denial"),
                arguments("policy", 200, "{", "policy: found no such denial"),
                arguments(
                        "policy",
                        403,
                        "<Error><Code>AccessDenied</Code></Error>",
                        "policy: found no answer (AccessDenied)"));
    }

    @ParameterizedTest
    @MethodSource("answersThatBreakThePromise")
    void each_broken_promise_is_told_with_what_was_found(String question, int status, String answer, String words) {
        aws.answers(question, status, answer);

        assertThat(broken("", 5)).singleElement().asString().startsWith("bucket kept, " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<Prefix></Prefix>", "<Prefix>results/</Prefix>", "<Prefix>res</Prefix>"})
    void a_rule_for_what_we_mean_or_more_is_enough(String filter) {
        aws.answers("lifecycle", 200, LIFECYCLE.formatted("Enabled", filter, 13));

        assertThat(broken("results/", 13)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "{\"AWS\": \"*\"}", "{\"AWS\": [\"*\"]}"})
    void everybody_is_written_in_several_ways(String principal) {
        aws.answers("policy", 200, POLICY.formatted("Deny", principal, "false"));

        assertThat(broken("", 5)).isEmpty();
    }

    @Test
    void a_bucket_that_we_may_not_look_at_is_not_known_to_be_as_promised() {
        try (ScriptedAws mute = new ScriptedAws();
                S3Client client = asking(mute)) {
            assertThat(new BucketPlace(client, "kept", KEY, "", 5).brokenPromises())
                    .hasSize(5)
                    .allSatisfy(each -> assertThat(each.found()).isEqualTo("no answer (AccessDenied)"));
        }
    }

    private List<String> broken(String prefix, int mostDays) {
        return new BucketPlace(s3, "kept", KEY, prefix, mostDays)
                .brokenPromises().stream().map(BrokenPromise::words).toList();
    }
}

package dev.payfleet.worker.evidence.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.EvidenceStoreContract;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class S3EvidenceStoreTest extends EvidenceStoreContract {
    private static final EvidenceOwner OWNER = EvidenceOwner.of(new ConnectionKey("tenant-1", "person-1"));
    private static final String KEY = "arn:aws:kms:eu-west-1:000000000000:key/0a1b2c3d-0000-1111-2222-333344445555";

    private final String bucket = "evidence-" + UUID.randomUUID();
    private S3Client s3;

    @BeforeEach
    void makeBucket() {
        s3 = client(LocalAws.SECRET_KEY);
        s3.createBucket(create -> create.bucket(bucket));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Override
    protected EvidenceStore store() {
        return new S3EvidenceStore(s3, bucket, KEY);
    }

    @Override
    protected EvidenceStore neighbour() {
        return store();
    }

    @Test
    void every_object_is_encrypted_under_the_named_key() {
        store().save(taken(OWNER, NOW));

        assertThat(keys()).hasSize(2).allSatisfy(key -> {
            HeadObjectResponse head = s3.headObject(ask -> ask.bucket(bucket).key(key));
            assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(head.ssekmsKeyId()).isEqualTo(KEY);
        });
    }

    @Test
    void a_picture_opens_as_one_where_it_lies() {
        EvidenceId id = store().save(taken(OWNER, NOW));

        String picture = keys().stream()
                .filter(key -> key.endsWith(id + ".png"))
                .findFirst()
                .orElseThrow();
        assertThat(s3.headObject(ask -> ask.bucket(bucket).key(picture)).contentType())
                .isEqualTo("image/png");
        assertThat(s3.getObjectAsBytes(ask -> ask.bucket(bucket).key(picture)).asByteArray())
                .isEqualTo(png(7).bytes());
    }

    @Test
    void neither_names_nor_contents_say_whose_it_is() {
        store().save(taken(OWNER, NOW));

        assertThat(keys()).allSatisfy(key -> {
            assertThat(key).doesNotContain("person-1").doesNotContain("tenant-1");
            HeadObjectResponse head = s3.headObject(ask -> ask.bucket(bucket).key(key));
            assertThat(head.metadata()).isEmpty();
            assertThat(s3.getObjectAsBytes(ask -> ask.bucket(bucket).key(key)).asString(StandardCharsets.ISO_8859_1))
                    .doesNotContain("person-1")
                    .doesNotContain("tenant-1");
        });
    }

    @Test
    void what_a_killed_worker_left_half_written_is_not_shown_and_goes_with_the_sweep() {
        EvidenceId id = store().save(taken(OWNER, NOW));
        String text =
                keys().stream().filter(key -> key.endsWith(".txt")).findFirst().orElseThrow();
        s3.deleteObject(delete -> delete.bucket(bucket).key(text));

        assertThat(store().find(id)).isEmpty();
        store().sweep(NOW.plus(EvidenceStore.LIFE));

        assertThat(keys()).isEmpty();
    }

    @Test
    void a_sweep_leaves_alone_what_is_not_evidence() {
        s3.putObject(put -> put.bucket(bucket).key("pictures/readme.txt"), RequestBody.fromString("hello"));

        assertThat(store().sweep(NOW.plus(Duration.ofDays(30)))).isEqualTo(new EvidenceStore.Swept(0, 0, 0));

        assertThat(keys()).containsExactly("pictures/readme.txt");
    }

    @Test
    void more_than_one_request_can_delete_are_all_swept() {
        IntStream.range(0, 1001).parallel().forEach(_ -> {
            String name = new EvidenceName(OWNER, TimedId.at(NOW)).picture();
            s3.putObject(put -> put.bucket(bucket).key(name), RequestBody.empty());
        });

        assertThat(store().sweep(NOW.plus(EvidenceStore.LIFE))).isEqualTo(new EvidenceStore.Swept(1001, 0, 0));

        assertThat(keys()).isEmpty();
    }

    @Test
    void nothing_is_ever_written_over() {
        EvidenceBucket written = new EvidenceBucket(s3, bucket, KEY);
        written.put("pictures/one", "image/png", new byte[] {1});
        written.put("pictures/one", "image/png", new byte[] {2});

        assertThat(written.get("pictures/one"))
                .hasValueSatisfying(content -> assertThat(content).containsExactly(1));
    }

    @Test
    void a_bucket_that_does_not_let_us_in_is_told_as_a_place_that_cannot_be_written() {
        try (S3Client stranger = client("another-secret")) {
            EvidenceStore shut = new S3EvidenceStore(stranger, bucket, KEY);

            assertThatThrownBy(() -> shut.save(taken(OWNER, NOW)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("evidence in the bucket " + bucket + " can't be written");
        }
    }

    private List<String> keys() {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static S3Client client(String secret) {
        return S3Client.builder()
                .region(Region.of(LocalAws.REGION))
                .endpointOverride(LocalAws.shared().s3())
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, secret)))
                .build();
    }
}

package dev.payfleet.worker.evidence.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// The bucket, as the store needs it: every write is encrypted under the named key, and written once.
final class EvidenceBucket {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceBucket.class);
    private static final int ALREADY_THERE = 412;

    private final S3Client s3;
    private final String bucket;
    private final String key;

    /// @param key the ARN of the KMS key
    EvidenceBucket(S3Client s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    /// Writes an object that is not there yet. Names are used once, so one that is there is ours: the answer to an
    /// earlier try was lost.
    void put(String name, String contentType, byte[] content) {
        asked("written", () -> {
            try {
                return s3.putObject(
                        put -> put.bucket(bucket)
                                .key(name)
                                .contentType(contentType)
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId(key)
                                .ifNoneMatch("*"),
                        RequestBody.fromBytes(content));
            } catch (S3Exception e) {
                if (e.statusCode() == ALREADY_THERE) {
                    return name;
                }
                throw e;
            }
        });
    }

    /// The content; empty where there is no such object, any more.
    Optional<byte[]> get(String name) {
        return asked("read", () -> {
            try {
                return Optional.of(s3.getObject(get -> get.bucket(bucket).key(name), ResponseTransformer.toBytes())
                        .asByteArray());
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    /// All objects whose names begin so, in the order of their names.
    List<S3Object> list(String prefix) {
        return asked(
                "listed",
                () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .toList());
    }

    /// The first object whose name begins so.
    Optional<String> first(String prefix) {
        return asked(
                "listed",
                () -> s3
                        .listObjectsV2(
                                list -> list.bucket(bucket).prefix(prefix).maxKeys(1))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .findFirst());
    }

    /// Deletes up to a thousand objects. One that is not there counts as deleted.
    ///
    /// @return those that could not be deleted
    Set<String> delete(List<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        List<ObjectIdentifier> objects = names.stream()
                .map(name -> ObjectIdentifier.builder().key(name).build())
                .toList();
        List<S3Error> errors = asked(
                "deleted",
                () -> s3.deleteObjects(delete -> delete.bucket(bucket)
                                .delete(them -> them.objects(objects).quiet(true)))
                        .errors());
        Set<String> left = new HashSet<>();
        for (S3Error error : errors) {
            LOG.atError()
                    .addKeyValue("object", error.key())
                    .addKeyValue("code", error.code())
                    .log("evidence can't be deleted");
            left.add(error.key());
        }
        return left;
    }

    private <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new UncheckedIOException(
                    "evidence in the bucket " + bucket + " can't be " + what, new IOException(e));
        }
    }
}

package dev.payfleet.aws;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Keeps sealed bytes in their item or, above a limit, in a bucket, with a pointer in the item.
///
/// An object is written before the item that points to it, and deleted after the item points elsewhere, under a
/// name that is used once. A crash in between leaves at worst an object that nobody points to, never a pointer to
/// the bytes of another record.
public final class Overflow {
    /// Above this many sealed bytes an object is cheaper: a table counts a write by the KiB, twice in a
    /// transaction, a bucket counts it once. An item may have 400 KB at most.
    public static final int LIMIT = 32 * 1024;

    private static final String SEALED = "sealed";
    private static final String OBJECT = "object";
    private static final String OWNER = "connection";

    private final S3Client s3;
    private final String bucket;

    public Overflow(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// Writes the bytes, if they are many.
    ///
    /// @return what goes into the item
    public Map<String, AttributeValue> place(Place place, byte[] sealed) {
        if (sealed.length <= LIMIT) {
            return Map.of(SEALED, Attributes.bytes(sealed));
        }
        String object = place.folder() + place.fence() + "/" + UUID.randomUUID();
        AwsCall.answer(
                AwsService.S3,
                "PutObject",
                () -> s3.putObject(
                        put -> put.bucket(bucket)
                                .key(object)
                                .metadata(Map.of(OWNER, place.owner().toString())),
                        RequestBody.fromBytes(sealed)));
        return Map.of(OBJECT, Attributes.text(object));
    }

    /// The bytes of an item; empty when its object is gone.
    public Optional<byte[]> read(Item item) {
        if (item.has(SEALED)) {
            return Optional.of(item.bytes(SEALED));
        }
        String object = item.text(OBJECT);
        try {
            return Optional.of(AwsCall.answer(AwsService.S3, "GetObject", () -> get(object)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    /// The first bytes of an item's, no fewer than this many where there are as many; empty when its object is gone.
    public Optional<byte[]> head(Item item, int length) {
        if (item.has(SEALED)) {
            return Optional.of(item.bytes(SEALED));
        }
        String object = item.text(OBJECT);
        try {
            return Optional.of(AwsCall.answer(
                    AwsService.S3,
                    "GetObject",
                    () -> s3.getObject(
                                    get -> get.bucket(bucket).key(object).range("bytes=0-" + (length - 1)),
                                    ResponseTransformer.toBytes())
                            .asByteArray()));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    private byte[] get(String object) {
        return s3.getObject(get -> get.bucket(bucket).key(object), ResponseTransformer.toBytes())
                .asByteArray();
    }

    /// Deletes what was placed for an item that was then refused.
    public void discard(Map<String, AttributeValue> placed) {
        Optional.ofNullable(placed.get(OBJECT)).ifPresent(object -> tidy(() -> delete(object.s())));
    }

    /// Deletes the objects that came before the one that was placed. A small record in the place of a large one
    /// leaves that to a sweep, rather than ask the bucket at each write.
    public void replaced(Place place, Map<String, AttributeValue> placed) {
        Optional.ofNullable(placed.get(OBJECT))
                .ifPresent(kept -> tidy(() -> deleteIf(
                        place.folder(), object -> !object.equals(kept.s()) && Place.fenceOf(object) <= place.fence())));
    }

    /// Deletes the objects of an item that was deleted.
    public void forgotten(Place place) {
        tidy(() -> deleteIf(place.folder(), object -> Place.fenceOf(object) <= place.fence()));
    }

    /// The item is as it should be by then: what can't be deleted now is deleted by a later sweep or disconnect.
    private static void tidy(Runnable deletion) {
        try {
            deletion.run();
        } catch (StoreUnavailableException later) {
            return;
        }
    }

    /// The object that an item points to, if it does.
    public static Optional<String> object(Item item) {
        return item.optionalText(OBJECT);
    }

    /// Deletes all objects of this kind and connection that were written under this claim or an earlier one.
    public void wipe(String kind, ConnectionKey owner, long fence) {
        deleteIf(Place.folder(kind, owner), object -> Place.fenceOf(object) <= fence);
    }

    /// How many objects of this kind and connection there are.
    public int count(String kind, ConnectionKey owner) {
        return list(Place.folder(kind, owner)).size();
    }

    private void deleteIf(String prefix, Predicate<String> which) {
        for (S3Object object : list(prefix)) {
            if (which.test(object.key())) {
                delete(object.key());
            }
        }
    }

    /// Deletes objects that nobody points to: what a crash left between an object and its item.
    ///
    /// @param kind whose objects
    /// @param olderThan younger ones may still be on their way
    /// @param pointedTo whether an item of this connection points to this object
    /// @return how many
    public int sweep(String kind, Instant olderThan, BiPredicate<ConnectionKey, String> pointedTo) {
        int deleted = 0;
        for (S3Object object : list(kind + "/")) {
            if (object.lastModified().isBefore(olderThan) && !pointedTo.test(owner(object.key()), object.key())) {
                delete(object.key());
                deleted++;
            }
        }
        return deleted;
    }

    private ConnectionKey owner(String object) {
        String[] owner = AwsCall.answer(
                        AwsService.S3,
                        "HeadObject",
                        () -> s3.headObject(head -> head.bucket(bucket).key(object)))
                .metadata()
                .getOrDefault(OWNER, "")
                .split("/");
        return new ConnectionKey(owner[0], owner[owner.length - 1]);
    }

    private List<S3Object> list(String prefix) {
        return AwsCall.answer(
                AwsService.S3,
                "ListObjectsV2",
                () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .toList());
    }

    private void delete(String object) {
        AwsCall.answer(
                AwsService.S3,
                "DeleteObject",
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(object)));
    }
}

package dev.payfleet.awslocal.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Keeps what s3proxy cannot: a bucket's lifecycle, public access block, policy, encryption and ownership. What was
/// put is given back as it was put, and what never was is missed in S3's words. Nothing of it is enforced.
/// Thread-safe.
///
/// ```java
/// wire.every(BucketSettings::concerns, Fault.answered(new BucketSettings()));
/// ```
public final class BucketSettings implements Function<WireRequest, Answer> {
    private static final Map<String, String> MISSING = Map.of(
            "lifecycle", "NoSuchLifecycleConfiguration",
            "publicAccessBlock", "NoSuchPublicAccessBlockConfiguration",
            "policy", "NoSuchBucketPolicy",
            "encryption", "ServerSideEncryptionConfigurationNotFoundError",
            "ownershipControls", "OwnershipControlsNotFoundError");

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /// Whether a request is about one of these settings.
    public static boolean concerns(WireRequest request) {
        return MISSING.containsKey(setting(request));
    }

    @Override
    public Answer apply(WireRequest request) {
        String place = request.path().replaceAll("/$", "") + "?" + setting(request);
        return switch (request.method()) {
            case "PUT" -> {
                kept.put(place, request.text());
                yield Answer.ok();
            }
            case "DELETE" -> {
                kept.remove(place);
                yield new Answer(204, "", "");
            }
            default -> {
                String value = kept.get(place);
                yield value == null ? Answer.s3Error(404, missing(request)) : Answer.xml(value);
            }
        };
    }

    private static String missing(WireRequest request) {
        return MISSING.getOrDefault(setting(request), "NoSuchConfiguration");
    }

    private static String setting(WireRequest request) {
        return request.operation().replaceAll("^[A-Z]+ \\??", "");
    }
}

package dev.payfleet.session.aws;

import java.time.Duration;
import java.util.List;

/// What the stores of a deployment are called.
///
/// @param prefix of its tables, see [dev.payfleet.aws.TableShape#nameIn]
/// @param bucket for records that are too large for a table
/// @param keyArn the ARN of the KMS key; an alias won't do, because a record names the key that it was sealed under
/// @param formerKeyArns the ARNs of keys that were there before: they open and do not seal
/// @param keyLife how long an unwrapped branch key is used before KMS is asked again, at least a second: no longer
///     does a revoked key stay usable
public record AwsSessionsConfig(
        String prefix, String bucket, String keyArn, List<String> formerKeyArns, Duration keyLife) {
    /// A process asks KMS twice in this time, whatever it seals and opens.
    public static final Duration USUAL_KEY_LIFE = Duration.ofMinutes(5);

    public AwsSessionsConfig {
        require("prefix", prefix);
        require("bucket", bucket);
        formerKeyArns = List.copyOf(formerKeyArns);
        requireArn("keyArn", keyArn);
        formerKeyArns.forEach(arn -> requireArn("each of formerKeyArns", arn));
        if (keyLife.toSeconds() < 1) {
            throw new IllegalArgumentException("keyLife must be at least a second, was " + keyLife);
        }
    }

    /// Where there was no other key before.
    public AwsSessionsConfig(String prefix, String bucket, String keyArn, Duration keyLife) {
        this(prefix, bucket, keyArn, List.of(), keyLife);
    }

    private static void requireArn(String field, String arn) {
        if (!arn.startsWith("arn:") || !arn.contains(":key/")) {
            throw new IllegalArgumentException(field + " must be the ARN of a key of KMS, arn:aws:kms:…:key/…");
        }
    }

    private static void require(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
    }
}

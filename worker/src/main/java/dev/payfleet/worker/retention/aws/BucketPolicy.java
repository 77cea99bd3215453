package dev.payfleet.worker.retention.aws;

import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policy of a bucket, as far as the guard reads it.
final class BucketPolicy {
    private final JsonNode policy;

    private BucketPolicy(JsonNode policy) {
        this.policy = policy;
    }

    static BucketPolicy of(String json) {
        try {
            return new BucketPolicy(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            return new BucketPolicy(JsonMapper.shared().createObjectNode());
        }
    }

    /// Whether it denies everybody everything in the bucket that comes without TLS.
    boolean deniesWithoutTls(String bucket) {
        return each(policy.path("Statement")).anyMatch(statement -> deniesWithoutTls(statement, bucket));
    }

    private static boolean deniesWithoutTls(JsonNode statement, String bucket) {
        JsonNode principal = statement.path("Principal");
        return has(statement.path("Effect"), "Deny")
                && (has(principal, "*") || has(principal.path("AWS"), "*"))
                && has(statement.path("Action"), "s3:*")
                && each(statement.path("Resource"))
                        .anyMatch(resource -> resource.stringValue("").endsWith(":" + bucket + "/*"))
                && has(statement.path("Condition").path("Bool").path("aws:SecureTransport"), "false");
    }

    /// Whether the element is the text, or a list that holds it. JSON policies write both, and booleans as either.
    private static boolean has(JsonNode element, String text) {
        return each(element).anyMatch(each -> each.asString("").equals(text));
    }

    private static Stream<JsonNode> each(JsonNode element) {
        return element.isArray() ? element.valueStream() : Stream.of(element);
    }
}

package dev.payfleet.worker.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Where in AWS a deployment lies.
///
/// @param region for example `eu-west-1`
/// @param prefix what the names of its queues and tables begin with
/// @param evidenceBucket where redrawn pages are kept
/// @param resultsBucket where large results are kept
/// @param kmsKey the ARN of the key that credentials and sessions are sealed with
/// @param formerKmsKeys the ARNs of keys that were in its place before: they open and do not seal
/// @param evidenceKey the ARN of the key that the evidence bucket is encrypted with
/// @param storageKey the ARN of the key that the tables and the results bucket are encrypted with
/// @param keyCache how long a data key is used again before KMS is asked
/// @param endpoints in place of the region's own, for servers on this machine; usually empty
public record AwsSettings(
        String region,
        String prefix,
        String evidenceBucket,
        String resultsBucket,
        String kmsKey,
        List<String> formerKmsKeys,
        String evidenceKey,
        String storageKey,
        Duration keyCache,
        Map<Service, URI> endpoints) {
    public AwsSettings {
        formerKmsKeys = List.copyOf(formerKmsKeys);
        endpoints = Map.copyOf(endpoints);
    }

    /// What can be called elsewhere than at the region's own endpoint.
    public enum Service {
        SQS("SQS"),
        DYNAMODB("DynamoDB"),
        S3("S3"),
        KMS("KMS");

        private final String words;

        Service(String words) {
            this.words = words;
        }

        /// As AWS writes it.
        public String words() {
            return words;
        }
    }
}

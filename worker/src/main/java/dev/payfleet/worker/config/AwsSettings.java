package dev.payfleet.worker.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Where in AWS a deployment lies.
///
/// @param region for example `eu-west-1`
/// @param tablePrefix what the names of its tables begin with
/// @param queue the queue of jobs
/// @param deadLetters the queue of what was set aside
/// @param evidenceBucket where redrawn pages are kept
/// @param resultsBucket where large results are kept
/// @param kmsKey the ARN of the key that everything is sealed with
/// @param keyCache how long a data key is used again before KMS is asked
/// @param endpoints in place of the region's own, for servers on this machine; usually empty
public record AwsSettings(
        String region,
        String tablePrefix,
        URI queue,
        URI deadLetters,
        String evidenceBucket,
        String resultsBucket,
        String kmsKey,
        Duration keyCache,
        Map<Service, URI> endpoints) {
    public AwsSettings {
        endpoints = Map.copyOf(endpoints);
    }

    /// What can be called elsewhere than at the region's own endpoint.
    public enum Service {
        SQS,
        DYNAMODB,
        S3,
        KMS
    }
}

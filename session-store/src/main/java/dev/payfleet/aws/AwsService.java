package dev.payfleet.aws;

/// The services of AWS that the fleet calls.
public enum AwsService {
    /// The queue of jobs.
    SQS,
    /// Connections, credentials, sessions, ledger, results and outcomes.
    DYNAMODB,
    /// Evidence, and results too large for a table.
    S3,
    /// The key that wraps data keys.
    KMS
}

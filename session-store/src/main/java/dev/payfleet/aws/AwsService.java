package dev.payfleet.aws;

/// The services of AWS that the fleet calls.
public enum AwsService {
    /// The queue of jobs.
    SQS("SQS"),
    /// Connections, credentials, sessions, ledger, results and outcomes.
    DYNAMODB("DynamoDB"),
    /// Evidence, and what is too large for a table.
    S3("S3"),
    /// The key that wraps data keys.
    KMS("KMS");

    private final String title;

    AwsService(String title) {
        this.title = title;
    }

    /// As people write it.
    @Override
    public String toString() {
        return title;
    }
}

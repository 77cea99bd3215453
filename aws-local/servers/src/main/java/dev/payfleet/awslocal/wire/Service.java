package dev.payfleet.awslocal.wire;

/// A service of AWS as it is told from its requests, and the words it refuses with: from the error lists of each
/// service's API reference.
enum Service {
    SQS("AmazonSQS.", "com.amazonaws.sqs#", "application/x-amz-json-1.0") {
        @Override
        ErrorCode word(Refusal refusal) {
            return switch (refusal) {
                case THROTTLED -> new ErrorCode(400, "RequestThrottled");
                case INTERNAL_ERROR -> new ErrorCode(500, "InternalFailure");
                case UNAVAILABLE -> new ErrorCode(503, "ServiceUnavailable");
                case CLOCK_SKEWED -> new ErrorCode(403, "InvalidSignatureException");
                case CREDENTIALS_EXPIRED -> new ErrorCode(403, "ExpiredTokenException");
            };
        }
    },
    DYNAMODB("DynamoDB_20120810.", "com.amazonaws.dynamodb.v20120810#", "application/x-amz-json-1.0") {
        @Override
        ErrorCode word(Refusal refusal) {
            return switch (refusal) {
                case THROTTLED -> new ErrorCode(400, "ProvisionedThroughputExceededException");
                case INTERNAL_ERROR -> new ErrorCode(500, "InternalServerError");
                case UNAVAILABLE -> new ErrorCode(503, "ServiceUnavailable");
                case CLOCK_SKEWED -> new ErrorCode(400, "InvalidSignatureException");
                case CREDENTIALS_EXPIRED -> new ErrorCode(400, "ExpiredTokenException");
            };
        }
    },
    KMS("TrentService.", "", "application/x-amz-json-1.1") {
        @Override
        ErrorCode word(Refusal refusal) {
            return switch (refusal) {
                case THROTTLED -> new ErrorCode(400, "ThrottlingException");
                case INTERNAL_ERROR -> new ErrorCode(500, "KMSInternalException");
                case UNAVAILABLE -> new ErrorCode(503, "DependencyTimeoutException");
                case CLOCK_SKEWED -> new ErrorCode(400, "InvalidSignatureException");
                case CREDENTIALS_EXPIRED -> new ErrorCode(400, "ExpiredTokenException");
            };
        }
    },
    /// Whatever names no operation in a header.
    S3("", "", "application/xml") {
        @Override
        ErrorCode word(Refusal refusal) {
            return switch (refusal) {
                case THROTTLED -> new ErrorCode(503, "SlowDown");
                case INTERNAL_ERROR -> new ErrorCode(500, "InternalError");
                case UNAVAILABLE -> new ErrorCode(503, "ServiceUnavailable");
                case CLOCK_SKEWED -> new ErrorCode(403, "RequestTimeTooSkewed");
                case CREDENTIALS_EXPIRED -> new ErrorCode(400, "ExpiredToken");
            };
        }
    };

    private final String targetPrefix;
    private final String typePrefix;
    private final String contentType;

    Service(String targetPrefix, String typePrefix, String contentType) {
        this.targetPrefix = targetPrefix;
        this.typePrefix = typePrefix;
        this.contentType = contentType;
    }

    abstract ErrorCode word(Refusal refusal);

    static Service of(WireRequest request) {
        String target = request.header("X-Amz-Target").orElse("");
        for (Service service : values()) {
            if (service != S3 && target.startsWith(service.targetPrefix)) {
                return service;
            }
        }
        return S3;
    }

    /// What its requests put before the name of an operation; empty for S3.
    String targetPrefix() {
        return targetPrefix;
    }

    /// What it puts before the name of an exception.
    String typePrefix() {
        return typePrefix;
    }

    String contentType() {
        return contentType;
    }
}

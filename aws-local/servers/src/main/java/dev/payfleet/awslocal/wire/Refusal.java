package dev.payfleet.awslocal.wire;

/// Why a service refuses.
enum Refusal {
    THROTTLED,
    INTERNAL_ERROR,
    UNAVAILABLE,
    CLOCK_SKEWED,
    CREDENTIALS_EXPIRED
}

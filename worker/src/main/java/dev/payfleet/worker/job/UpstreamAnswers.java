package dev.payfleet.worker.job;

/// The contract's map from outcome to answer. Adding a code does not compile until it has its answer here.
final class UpstreamAnswers {

    private UpstreamAnswers() {}

    static UpstreamAnswer to(JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Succeeded _ -> UpstreamAnswer.of(200);
            case JobOutcome.Challenged _ -> UpstreamAnswer.of(202);
            case JobOutcome.ActionRequired(var code) -> UpstreamAnswer.authenticationError(errorCode(code));
            case JobOutcome.RetryLater(var code, var _) -> UpstreamAnswer.of(status(code));
            case JobOutcome.Unsupported _ -> UpstreamAnswer.of(501);
            case JobOutcome.Disconnected _ -> UpstreamAnswer.of(403);
            case JobOutcome.Failed _ -> UpstreamAnswer.of(500);
        };
    }

    private static String errorCode(OutcomeCode.Action code) {
        return switch (code) {
            case CREDENTIALS_REJECTED -> "incorrect_username_or_password";
            case CHALLENGE_REJECTED, CHALLENGE_EXPIRED -> "incorrect_mfa_or_otp";
            case REAUTHENTICATION_REQUIRED, CHALLENGE_UNATTENDED -> "reauthentication_required";
            case ACCOUNT_SETUP_REQUIRED, ACCOUNT_LOCKED -> "additional_account_setup_required";
            case CAPTCHA -> "captcha_challenge";
            case INSUFFICIENT_PERMISSION -> "insufficient_permission";
            case NO_ACCOUNTS -> "no_valid_accounts";
        };
    }

    /// 429 is for callers who ask too much of the provider; whoever can do nothing but wait gets 202.
    private static int status(OutcomeCode.Retry code) {
        return switch (code) {
            case PROVIDER_RATE_LIMITED -> 429;
            case PROVIDER_UNAVAILABLE, EGRESS_UNAVAILABLE, TIMED_OUT, WORKER_STOPPING, ACCOUNT_BUSY -> 202;
        };
    }
}

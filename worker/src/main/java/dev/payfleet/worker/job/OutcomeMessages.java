package dev.payfleet.worker.job;

/// The sentences that people see. They are constants, so no value of anyone's can get into one.
final class OutcomeMessages {

    private OutcomeMessages() {}

    static String of(JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Succeeded _ -> "The data is there.";
            case JobOutcome.Challenged(var challenge, var _) -> asked(challenge.kind());
            case JobOutcome.ActionRequired(var code) -> needed(code);
            case JobOutcome.RetryLater(var code, var _) -> later(code);
            case JobOutcome.Unsupported(var code) ->
                switch (code) {
                    case RESOURCE_NOT_OFFERED -> "The payroll provider does not offer this.";
                    case UNKNOWN_PROVIDER -> "This payroll provider is not supported.";
                };
            case JobOutcome.Disconnected _ -> "The connection was ended, and its data is deleted.";
            case JobOutcome.Failed(var code, var _) ->
                switch (code) {
                    case ADAPTER_BROKEN -> "The payroll provider's site could not be read. We are looking into it.";
                    case INVALID_JOB -> "The request could not be understood.";
                    case GRANT_REFUSED -> "The request is not allowed to read this.";
                    case INTERNAL -> "Something went wrong on our side. We are looking into it.";
                };
        };
    }

    private static String asked(OutcomeCode.Challenged kind) {
        return switch (kind) {
            case OTP_SMS -> "The payroll provider sent a code by text message.";
            case OTP_EMAIL -> "The payroll provider sent a code by e-mail.";
            case OTP_APP -> "The payroll provider asks for a code from the authenticator app.";
            case PUSH_APPROVAL -> "The payroll provider asks to approve the sign-in on another device.";
            case SECURITY_QUESTION -> "The payroll provider asks a security question.";
            case CHOOSE_METHOD -> "The payroll provider asks how to confirm the sign-in.";
        };
    }

    private static String needed(OutcomeCode.Action code) {
        return switch (code) {
            case CREDENTIALS_REJECTED -> "The user name or password is not right.";
            case CHALLENGE_REJECTED -> "The code or answer is not right.";
            case CHALLENGE_EXPIRED -> "The code or answer came too late.";
            case REAUTHENTICATION_REQUIRED, CHALLENGE_UNATTENDED -> "Please sign in to the payroll provider again.";
            case ACCOUNT_SETUP_REQUIRED ->
                "The payroll provider wants something settled first: please sign in on its own site.";
            case ACCOUNT_LOCKED -> "The payroll provider locked the account: please unlock it on its own site.";
            case CAPTCHA -> "The payroll provider asks for proof of a human: please sign in on its own site.";
            case INSUFFICIENT_PERMISSION -> "The account is not permitted to see this.";
            case NO_ACCOUNTS -> "There is no payroll account behind this sign-in.";
        };
    }

    private static String later(OutcomeCode.Retry code) {
        return switch (code) {
            case PROVIDER_UNAVAILABLE -> "The payroll provider is not available. We try again.";
            case PROVIDER_RATE_LIMITED -> "The payroll provider asks for patience. Please try again later.";
            case EGRESS_UNAVAILABLE, TIMED_OUT, WORKER_STOPPING, ACCOUNT_BUSY -> "The data is being fetched.";
        };
    }
}

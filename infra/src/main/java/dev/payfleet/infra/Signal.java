package dev.payfleet.infra;

import java.util.List;
import java.util.stream.Collectors;

/// What the workers' lines are counted for. Each counts lines by words that a worker's source holds; a test compares.
enum Signal {
    /// A page could not be redrawn, or a line not scrubbed, and so was not kept.
    SCRUB_REFUSED(
            "ScrubRefusals",
            Counted.IN_ALL,
            "($.message = \"no evidence was kept\" && $.reason = \"RedrawRefusedException\")"
                    + " || $.message = \"A log line was left out because it could not be scrubbed.\"",
            List.of(
                    "no evidence was kept",
                    "RedrawRefusedException",
                    "A log line was left out because it could not be scrubbed.")),

    /// Something is kept longer than promised, or nobody knows.
    RETENTION_BREACHED("RetentionBreaches", Counted.IN_ALL, anyOf(Messages.RETENTION), Messages.RETENTION),

    /// A sign-in ended without a session.
    SIGN_IN_FAILED(
            "SignInFailures",
            Counted.BY_PROVIDER,
            "$.message = \"job answered\" && (" + Messages.anyCode() + ")",
            List.of("job answered")),

    /// A job got its last answer.
    ANSWERED(
            "JobsAnswered",
            Counted.BY_PROVIDER,
            "$.message = \"job answered\" && $.terminal IS TRUE",
            List.of("job answered"));

    /// The namespace of what is counted.
    static final String NAMESPACE = "Payfleet";

    private final String metric;
    private final Counted counted;
    private final String condition;
    private final List<String> words;

    Signal(String metric, Counted counted, String condition, List<String> words) {
        this.metric = metric;
        this.counted = counted;
        this.condition = condition;
        this.words = words;
    }

    /// Whether there is one count or one for each provider.
    enum Counted {
        IN_ALL,
        BY_PROVIDER
    }

    String metric() {
        return metric;
    }

    Counted counted() {
        return counted;
    }

    String pattern() {
        return "{ " + condition + " }";
    }

    /// Words that must be in a worker's source, or nothing is ever counted.
    List<String> words() {
        return words;
    }

    private static String anyOf(List<String> messages) {
        return messages.stream()
                .map(message -> "$.message = \"" + message + "\"")
                .collect(Collectors.joining(" || "));
    }

    /// The words themselves, apart because an enum's constants come before its constants' arguments could.
    static final class Messages {
        static final List<String> RETENTION = List.of(
                "evidence past its five days could not be deleted",
                "the retention sweep failed; it is tried again in an hour");

        /// Codes of outcomes, as the workers log them.
        static final List<String> SIGN_IN_CODES = List.of(
                "account_locked",
                "captcha",
                "challenge_expired",
                "challenge_rejected",
                "credentials_rejected",
                "reauthentication_required");

        private Messages() {}

        static String anyCode() {
            return SIGN_IN_CODES.stream()
                    .map(code -> "$.code = \"" + code + "\"")
                    .collect(Collectors.joining(" || "));
        }
    }
}

package dev.payfleet.infra;

import java.util.List;
import java.util.stream.Collectors;

/// What the workers' lines are counted for.
///
/// @param metric the name of the count
/// @param byProvider whether there is a count for each provider instead of one
/// @param condition which lines count, in the words of CloudWatch's filters
/// @param words what must be in the sources, or nothing is ever counted; a test looks
record Signal(String metric, boolean byProvider, String condition, List<String> words) {
    /// The namespace of the counts.
    static final String NAMESPACE = "Payfleet";

    private static final String ANSWERED_LINE = "job answered";
    private static final String NO_EVIDENCE = "no evidence was kept";
    private static final String NOT_REDRAWN = "RedrawRefusedException";
    private static final String NOT_SCRUBBED = "A log line was left out because it could not be scrubbed.";
    private static final String MALFORMED = "a malformed job was refused";

    private static final List<String> RETENTION = List.of("retention_breach", "retention_sweep_failed");

    private static final List<String> SIGN_IN_CODES = List.of(
            "account_locked",
            "captcha",
            "challenge_expired",
            "challenge_rejected",
            "credentials_rejected",
            "reauthentication_required");

    /// A page could not be redrawn, or a line not scrubbed, and so was not kept.
    static final Signal SCRUB_REFUSED = new Signal(
            "ScrubRefusals",
            false,
            "(" + is("message", NO_EVIDENCE) + " && " + is("reason", NOT_REDRAWN) + ") || "
                    + is("message", NOT_SCRUBBED),
            List.of(NO_EVIDENCE, NOT_REDRAWN, NOT_SCRUBBED));

    /// Something is kept longer than promised, or nobody knows.
    static final Signal RETENTION_BREACHED =
            new Signal("RetentionBreaches", false, isAnyOf("event", RETENTION), RETENTION);

    /// A job was set aside.
    static final Signal SET_ASIDE = new Signal(
            "JobsSetAside",
            false,
            is("message", MALFORMED) + " || (" + is("message", ANSWERED_LINE) + " && " + is("outcome", "failed") + ")",
            List.of(MALFORMED, ANSWERED_LINE));

    /// A sign-in ended without a session.
    static final Signal SIGN_IN_FAILED = new Signal(
            "SignInFailures",
            true,
            is("message", ANSWERED_LINE) + " && (" + isAnyOf("code", SIGN_IN_CODES) + ")",
            List.of(ANSWERED_LINE));

    /// A job got its last answer.
    static final Signal ANSWERED = new Signal(
            "JobsAnswered", true, is("message", ANSWERED_LINE) + " && $.terminal IS TRUE", List.of(ANSWERED_LINE));

    /// All of them.
    static final List<Signal> ALL = List.of(SCRUB_REFUSED, RETENTION_BREACHED, SET_ASIDE, SIGN_IN_FAILED, ANSWERED);

    Signal {
        words = List.copyOf(words);
    }

    String pattern() {
        return "{ " + condition + " }";
    }

    /// The codes that a failed sign-in ends with, as the workers log them.
    static List<String> signInCodes() {
        return SIGN_IN_CODES;
    }

    private static String is(String field, String value) {
        return "$." + field + " = \"" + value + "\"";
    }

    private static String isAnyOf(String field, List<String> values) {
        return values.stream().map(value -> is(field, value)).collect(Collectors.joining(" || "));
    }
}

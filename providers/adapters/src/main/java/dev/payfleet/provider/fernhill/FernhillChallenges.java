package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import java.time.Duration;

/// The ways in which Fernhill asks for a second factor. Codes and requests to a phone go out only when a button is
/// pressed.
final class FernhillChallenges {

    /// As the pages say of a code; the others have the same time.
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    static final ChallengePage BY_SMS =
            sentCode(ChallengeKind.OTP_SMS, "Enter the code that Fernhill sent you by text message.");

    static final ChallengePage BY_EMAIL =
            sentCode(ChallengeKind.OTP_EMAIL, "Enter the code that Fernhill sent you by e-mail.");

    static final ChallengePage BY_APP =
            code(ChallengeKind.OTP_APP, "Enter the code that your authenticator app shows for Fernhill.");

    static final ChallengePage BY_PUSH = ChallengePage.push(
                    "Approve the sign-in in the Fernhill app on your phone.", OPEN_FOR)
            .sentBy("#send-push")
            .resentBy("#resend-push");

    static final ChallengePage BY_QUESTION = ChallengePage.typed(
                    ChallengeKind.SECURITY_QUESTION,
                    "Answer the security question that you set at Fernhill.",
                    OPEN_FOR,
                    "#answer",
                    "#verify-answer")
            .trustedBy("#remember-device")
            .asking(
                    "#question",
                    "What was the name of your first pet?",
                    "What street did you live on when you were ten?",
                    "Who was your favourite teacher?");

    static final ChallengePage CHOICE = ChallengePage.choice(
            "Choose how to confirm to Fernhill that it is you.",
            OPEN_FOR,
            "#take-way",
            new ChallengePage.Choice(ChallengeKind.OTP_SMS, "#way-sms"),
            new ChallengePage.Choice(ChallengeKind.OTP_EMAIL, "#way-email"),
            new ChallengePage.Choice(ChallengeKind.OTP_APP, "#way-app"),
            new ChallengePage.Choice(ChallengeKind.PUSH_APPROVAL, "#way-push"),
            new ChallengePage.Choice(ChallengeKind.SECURITY_QUESTION, "#way-question"));

    private FernhillChallenges() {}

    private static ChallengePage sentCode(ChallengeKind kind, String prompt) {
        return code(kind, prompt).sentBy("#send-code").resentBy("#resend-code");
    }

    private static ChallengePage code(ChallengeKind kind, String prompt) {
        return ChallengePage.typed(kind, prompt, OPEN_FOR, "#code", "#verify-code")
                .trustedBy("#remember-device");
    }
}

package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page that asks for a second factor, as data. That an answer was wrong or came too late is told by signs of the
/// declaration: [PageMeaning#CHALLENGE_REJECTED] and [PageMeaning#CHALLENGE_EXPIRED].
///
/// @param kind what is asked for
/// @param prompt what the person is told; the adapter's own words, never the page's
/// @param openFor how long the provider waits for the answer; up to an hour
/// @param answerField CSS selector of where the answer is typed; null for a push and for a choice
/// @param submit CSS selector of what sends the answer; null where pressing a choice does, and for a push
/// @param frame CSS selector of the frame that holds all this; null where the page itself does
/// @param send CSS selector of what must be pressed before the provider sends a code; null where it sends by itself
/// @param resend CSS selector of what has the code sent again; null where there is no such thing
/// @param trustDevice CSS selector of the box that makes the provider trust this device; ticked with the answer;
///     null where there is none
/// @param choices the ways to choose from; empty but for [ChallengeKind#CHOOSE_METHOD]
/// @param questions the site's own fixed questions, one of which the page shows; null where it has no such list
public record ChallengePage(
        ChallengeKind kind,
        String prompt,
        Duration openFor,
        @Nullable String answerField,
        @Nullable String submit,
        @Nullable String frame,
        @Nullable String send,
        @Nullable String resend,
        @Nullable String trustDevice,
        List<Choice> choices,
        @Nullable Questions questions) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /// One of several ways.
    ///
    /// @param method which
    /// @param selector CSS selector of what is pressed to choose it; a way that is not on the page is not offered
    public record Choice(ChallengeKind method, String selector) {

        /// Refuses a choice of choosing, and a blank selector.
        public Choice {
            SignInRules.requireSelector(selector, "choice");
            if (method == ChallengeKind.CHOOSE_METHOD) {
                throw new IllegalArgumentException("choices must each be a way to answer");
            }
        }
    }

    /// Fixed questions of a site. The one that the page shows is told to the person in the adapter's spelling, so
    /// that nothing that stands on the page ever leaves it; a question that is not in the list leaves the prompt.
    ///
    /// @param selector CSS selector of the element that holds the question
    /// @param texts the questions, word for word
    public record Questions(String selector, List<String> texts) {

        /// Copies, and refuses a blank selector or an empty list.
        public Questions {
            SignInRules.requireSelector(selector, "questions");
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("questions must hold at least one");
            }
        }
    }

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public ChallengePage {
        choices = List.copyOf(choices);
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("prompt must not be blank");
        }
        if (!openFor.isPositive() || openFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("openFor must be more than zero and at most an hour");
        }
        boolean typed = switch (kind) {
            case OTP_SMS, OTP_EMAIL, OTP_APP, SECURITY_QUESTION -> true;
            case PUSH_APPROVAL, CHOOSE_METHOD -> false;
        };
        if (typed != (answerField != null) || (typed && submit == null)) {
            throw new IllegalArgumentException("answerField and submit must be given for what is typed, and only then");
        }
        if ((kind == ChallengeKind.CHOOSE_METHOD) == choices.isEmpty()) {
            throw new IllegalArgumentException("choices must be given for CHOOSE_METHOD, and only then");
        }
    }

    /// A page that takes a typed answer.
    public static ChallengePage typed(
            ChallengeKind kind, String prompt, Duration openFor, String answerField, String submit) {
        return new ChallengePage(kind, prompt, openFor, answerField, submit, null, null, null, null, List.of(), null);
    }

    /// A page that waits for a tap on another device and moves on by itself.
    public static ChallengePage push(String prompt, Duration openFor) {
        return new ChallengePage(
                ChallengeKind.PUSH_APPROVAL, prompt, openFor, null, null, null, null, null, null, List.of(), null);
    }

    /// A page that asks which way the person prefers.
    ///
    /// @param submit what is pressed after the choice; null where pressing the choice is enough
    public static ChallengePage choice(String prompt, Duration openFor, @Nullable String submit, Choice... choices) {
        return new ChallengePage(
                ChallengeKind.CHOOSE_METHOD,
                prompt,
                openFor,
                null,
                submit,
                null,
                null,
                null,
                null,
                List.of(choices),
                null);
    }

    /// The same page, all of it in a frame.
    public ChallengePage inFrame(String selector) {
        return new ChallengePage(
                kind, prompt, openFor, answerField, submit, selector, send, resend, trustDevice, choices, questions);
    }

    /// The same page, which sends a code only when this is pressed.
    public ChallengePage sentBy(String selector) {
        return new ChallengePage(
                kind, prompt, openFor, answerField, submit, frame, selector, resend, trustDevice, choices, questions);
    }

    /// The same page, which sends the code again when this is pressed.
    public ChallengePage resentBy(String selector) {
        return new ChallengePage(
                kind, prompt, openFor, answerField, submit, frame, send, selector, trustDevice, choices, questions);
    }

    /// The same page, which trusts the device when this box is ticked.
    public ChallengePage trustedBy(String selector) {
        return new ChallengePage(
                kind, prompt, openFor, answerField, submit, frame, send, resend, selector, choices, questions);
    }

    /// The same page, which shows one of these questions.
    public ChallengePage asking(String selector, String... texts) {
        return new ChallengePage(
                kind,
                prompt,
                openFor,
                answerField,
                submit,
                frame,
                send,
                resend,
                trustDevice,
                choices,
                new Questions(selector, List.of(texts)));
    }
}

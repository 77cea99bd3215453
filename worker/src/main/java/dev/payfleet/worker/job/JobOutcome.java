package dev.payfleet.worker.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of a job. Every outcome has exactly one answer of the upstream API, see [#upstream()].
public sealed interface JobOutcome {

    /// The job is done.
    ///
    /// @param result what was read; null where nothing was to be read, as after a refresh of the session alone
    record Succeeded(@Nullable ResultRef result) implements JobOutcome {}

    /// The provider asks the person something; an answer continues it until the challenge expires.
    ///
    /// @param retryAfter when it makes sense to ask again
    record Challenged(Challenge challenge, Duration retryAfter) implements JobOutcome {
        public Challenged {
            requireNotNegative(retryAfter);
        }

        @Override
        public OutcomeCode.Challenged code() {
            return challenge.kind();
        }
    }

    /// Only the person can help.
    record ActionRequired(OutcomeCode.Action code) implements JobOutcome {}

    /// Not now.
    ///
    /// @param retryAfter when it makes sense to ask again
    record RetryLater(OutcomeCode.Retry code, Duration retryAfter) implements JobOutcome {
        public RetryLater {
            requireNotNegative(retryAfter);
        }
    }

    /// Never, from this provider.
    record Unsupported(OutcomeCode.Unsupported code) implements JobOutcome {}

    /// The person withdrew; nothing of theirs is left.
    record Disconnected() implements JobOutcome {}

    /// Broken, by us or by a change of the site.
    ///
    /// @param evidenceId names the kept evidence for on-call; null where none was kept
    record Failed(OutcomeCode.Failure code, @Nullable String evidenceId) implements JobOutcome {}

    /// The word for the outcome in events.
    default String wireName() {
        return switch (this) {
            case Succeeded _ -> "succeeded";
            case Challenged _ -> "challenged";
            case ActionRequired _ -> "action_required";
            case RetryLater _ -> "retry_later";
            case Unsupported _ -> "unsupported";
            case Disconnected _ -> "disconnected";
            case Failed _ -> "failed";
        };
    }

    /// Says more exactly what it is; null for [Succeeded] and [Disconnected], which are all said.
    default @Nullable OutcomeCode code() {
        return null;
    }

    /// When it makes sense to ask again; null for all but [RetryLater] and [Challenged].
    default @Nullable Duration retryAfter() {
        return null;
    }

    /// What the upstream API answers its caller.
    default UpstreamAnswer upstream() {
        return UpstreamAnswers.to(this);
    }

    /// A sentence for the person, the same for everyone in the same situation.
    default String message() {
        return OutcomeMessages.of(this);
    }

    private static void requireNotNegative(Duration retryAfter) {
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retry_after_seconds: expected 0 or more");
        }
    }
}

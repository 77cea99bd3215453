package dev.payfleet.worker.loop;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.wire.OutcomeReader;
import dev.payfleet.worker.wire.UnreadableEventException;
import java.util.Optional;

/// What the message of a job still needs that was answered before: a worker that was killed between the answer and
/// the dead letter left the letter to us.
final class EarlierAnswer {
    private final OutcomeReader answers = new OutcomeReader();
    private final GrantCheck grants;

    EarlierAnswer(GrantCheck grants) {
        this.grants = grants;
    }

    /// Why the message is to be set aside; empty where its work is done.
    Optional<String> deadLetterReason(MessageBody answer, FetchJob job) {
        return failure(answer).map(code -> inFull(code, job));
    }

    /// The reason of a grant's refusal, as a dead letter tells it.
    static String reason(GrantRefusal refusal) {
        return OutcomeCode.Failure.GRANT_REFUSED.wireName() + ": " + refusal.wireName();
    }

    /// The answer names the code alone; why a grant was refused can be asked again.
    private String inFull(OutcomeCode.Failure code, FetchJob job) {
        return code == OutcomeCode.Failure.GRANT_REFUSED
                ? grants.reason(job).map(EarlierAnswer::reason).orElseGet(code::wireName)
                : code.wireName();
    }

    /// The code of an answer that says `failed`. What a later version of us told is not looked into.
    private Optional<OutcomeCode.Failure> failure(MessageBody answer) {
        try {
            return answers.read(answer.bytes()).outcome() instanceof JobOutcome.Failed failed
                    ? Optional.of(failed.code())
                    : Optional.empty();
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }
}

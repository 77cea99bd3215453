package dev.payfleet.worker.job;

import dev.payfleet.session.HandedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an `answer` job says of the challenge that it continues. The answer itself is never in it: it lies sealed
/// under the job's id, see [dev.payfleet.session.ChallengeDesk#deposit].
///
/// @param challenge which
/// @param wish what the person wants done
/// @param method the way that was chosen, never [OutcomeCode.Challenged#CHOOSE_METHOD] again; null but for
///     [dev.payfleet.session.HandedIn.Wish#CHOOSE]
public record AnswerTo(UUID challenge, HandedIn.Wish wish, OutcomeCode.@Nullable Challenged method) {
    public AnswerTo {
        if ((wish == HandedIn.Wish.CHOOSE) != (method != null) || method == OutcomeCode.Challenged.CHOOSE_METHOD) {
            throw new IllegalArgumentException("method: expected a way to answer for the wish choose, else nothing");
        }
    }

    /// The wish as the desk takes it.
    ///
    /// @param job the job that brings it
    public HandedIn handedIn(UUID job) {
        return new HandedIn(job, wish, method == null ? null : method.wireName());
    }
}

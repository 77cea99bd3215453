package dev.payfleet.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person wants done with an open challenge.
///
/// @param job the job that brings it
/// @param method the way that was chosen, as the events spell it; null but for [Wish#CHOOSE]
public record HandedIn(UUID job, Wish wish, @Nullable String method) {
    public HandedIn {
        if ((wish == Wish.CHOOSE) != (method != null)) {
            throw new IllegalArgumentException("method must be given for CHOOSE, and only then");
        }
    }

    /// What is wished.
    public enum Wish {
        /// Type the answer that lies deposited under the job.
        TYPE,
        /// Choose a way to answer.
        CHOOSE,
        /// Look again: the person has approved on another device.
        APPROVE,
        /// Have the code sent once more.
        RESEND,
        /// Give up, and close the page.
        CANCEL
    }
}

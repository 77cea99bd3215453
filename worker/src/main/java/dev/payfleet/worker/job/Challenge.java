package dev.payfleet.worker.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// A question of the provider that waits for the person. It holds no value of the person's: no number, no address.
///
/// @param id names the challenge in the `answer` job
/// @param kind what is asked
/// @param prompt what the person is told, in the adapter's own words
/// @param expiresAt until when an answer continues the job, to the microsecond
/// @param options the ways to choose from; empty unless the kind is [OutcomeCode.Challenged#CHOOSE_METHOD]
public record Challenge(
        UUID id, OutcomeCode.Challenged kind, String prompt, Instant expiresAt, List<OutcomeCode.Challenged> options) {

    public Challenge {
        options = List.copyOf(options);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}

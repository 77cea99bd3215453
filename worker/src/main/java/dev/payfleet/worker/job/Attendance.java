package dev.payfleet.worker.job;

import java.util.UUID;

/// That a person is there to answer a second factor.
///
/// @param challenge the id that a challenge of this job gets: the job's own, for there is one to a job
/// @param continuation what is done once the person is signed in, as [ChallengeTexts#continuation] writes it
public record Attendance(UUID challenge, String continuation) {}

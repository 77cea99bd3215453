package dev.payfleet.session.aws;

import java.time.Instant;
import java.util.Optional;

/// A version of a branch key. The active one seals; all open.
///
/// @param id as the header of a record has it
/// @param since when it was made, where that can be read
record BranchKeyVersion(BranchKey key, String id, Optional<Instant> since, boolean active) {}

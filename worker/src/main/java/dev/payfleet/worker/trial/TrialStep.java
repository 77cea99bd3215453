package dev.payfleet.worker.trial;

import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.Tier;
import java.time.Duration;
import java.util.Optional;

/// Something that was tried.
///
/// @param what in words, such as `sign in` or `payslips by http`
/// @param took how long
/// @param trouble why it failed, in words that hold nothing of a person's; empty where it went well
/// @param read what was read; empty where nothing was, or nothing was to be
public record TrialStep(String what, Duration took, Optional<String> trouble, Optional<Read> read) {

    /// What was read.
    ///
    /// @param resource of which
    /// @param tier by which way
    /// @param result the records
    public record Read(Resource resource, Tier tier, ReadResult result) {}

    /// Whether it went well.
    public boolean succeeded() {
        return trouble.isEmpty();
    }
}

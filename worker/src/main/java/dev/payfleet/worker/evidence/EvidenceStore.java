package dev.payfleet.worker.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps evidence for [#LIFE], and not longer.
///
/// What is handed in must be redrawn or scrubbed already: a store looks at neither picture nor note.
/// Safe for use by many threads, and by several workers on the same place.
public interface EvidenceStore {
    /// How long evidence is kept from the moment it was taken.
    Duration LIFE = Duration.ofDays(5);

    /// Keeps the evidence whole or not at all.
    ///
    /// @throws java.io.UncheckedIOException when the place can't be written, or must not be
    EvidenceId save(Evidence evidence);

    /// The evidence, or empty when there never was any, it was swept, or its connection was wiped.
    Optional<Evidence> find(EvidenceId id);

    /// How many pieces there are of one connection, half-written ones included.
    int count(EvidenceOwner owner);

    /// Deletes all of one connection's evidence, as a disconnect asks for.
    ///
    /// @return how many pieces were deleted
    int wipe(EvidenceOwner owner);

    /// Deletes what is older than [#LIFE], and what a killed worker left half-written.
    Swept sweep(Instant now);

    /// What a sweep did.
    ///
    /// @param deleted pieces of evidence deleted
    /// @param kept pieces still within their life
    /// @param failed pieces past their life that could not be deleted; anything but 0 needs a person
    record Swept(int deleted, int kept, int failed) {}
}

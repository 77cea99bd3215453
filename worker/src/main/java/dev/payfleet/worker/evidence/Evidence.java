package dev.payfleet.worker.evidence;

import java.time.Instant;

/// One redrawn screenshot and what an engineer needs beside it.
///
/// @param owner whose visit it was, so that a disconnect deletes it
/// @param provider the provider's id
/// @param label which page and what was expected of it, in the adapter's words; one line, nothing of the person's
/// @param takenAt when the page was seen; the five days count from here
/// @param picture the redrawn page
/// @param note further scrubbed text; may be empty, may have lines
public record Evidence(
        EvidenceOwner owner, String provider, String label, Instant takenAt, RedrawnPng picture, String note) {
    public Evidence {
        requireLine("provider", provider);
        requireLine("label", label);
    }

    private static void requireLine(String field, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("evidence " + field + ": expected one line of text");
        }
    }
}

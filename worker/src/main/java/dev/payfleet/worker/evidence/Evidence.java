package dev.payfleet.worker.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// One redrawn screenshot and what an engineer needs beside it.
///
/// @param owner whose visit it was, so that a disconnect deletes it
/// @param provider the provider's id
/// @param label which page and what was expected of it, in the adapter's words; one line, nothing of the person's
/// @param takenAt when the page was seen; the five days count from here
/// @param png the redrawn picture
/// @param note further scrubbed text; may be empty, may have lines
public record Evidence(
        EvidenceOwner owner, String provider, String label, Instant takenAt, byte[] png, String note) {
    public Evidence {
        requireLine("provider", provider);
        requireLine("label", label);
        png = png.clone();
    }

    @Override
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && owner.equals(that.owner)
                && provider.equals(that.provider)
                && label.equals(that.label)
                && takenAt.equals(that.takenAt)
                && Arrays.equals(png, that.png)
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(owner, provider, label, takenAt, Arrays.hashCode(png), note);
    }

    @Override
    public String toString() {
        return "Evidence[provider=" + provider + ", label=" + label + ", takenAt=" + takenAt + ", " + png.length
                + " bytes]";
    }

    private static void requireLine(String field, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("evidence " + field + ": expected one line of text");
        }
    }
}

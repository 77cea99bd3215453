package dev.payfleet.worker.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/// What stands beside a picture: three named lines, an empty one, then the note.
public final class EvidenceText {
    private static final String PROVIDER = "provider: ";
    private static final String LABEL = "label: ";
    private static final String TAKEN_AT = "taken_at: ";
    private static final int LINES = 4;

    private EvidenceText() {}

    /// The bytes of the text.
    public static byte[] of(Evidence evidence) {
        String text = PROVIDER + evidence.provider() + "\n" + LABEL + evidence.label() + "\n" + TAKEN_AT
                + evidence.takenAt() + "\n\n" + evidence.note();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What was written as text and picture.
    ///
    /// @throws IllegalArgumentException when it is not such a text
    public static Evidence read(EvidenceOwner owner, String text, byte[] picture) {
        String[] parts = parts(text);
        return new Evidence(owner, parts[0], parts[1], takenAt(text), RedrawnPng.of(picture), parts[LINES]);
    }

    /// When the evidence was taken.
    ///
    /// @throws IllegalArgumentException when the text doesn't say
    public static Instant takenAt(String text) {
        try {
            return Instant.parse(parts(text)[2]);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("taken_at: expected a time in RFC 3339", e);
        }
    }

    private static String[] parts(String text) {
        String[] lines = text.split("\n", LINES + 1);
        if (lines.length != LINES + 1
                || !lines[0].startsWith(PROVIDER)
                || !lines[1].startsWith(LABEL)
                || !lines[2].startsWith(TAKEN_AT)) {
            throw new IllegalArgumentException("evidence text: expected provider, label and taken_at");
        }
        lines[0] = lines[0].substring(PROVIDER.length());
        lines[1] = lines[1].substring(LABEL.length());
        lines[2] = lines[2].substring(TAKEN_AT.length());
        return lines;
    }
}

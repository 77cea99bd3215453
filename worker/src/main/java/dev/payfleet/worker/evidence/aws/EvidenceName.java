package dev.payfleet.worker.evidence.aws;

import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a piece of evidence is called in the bucket. Its picture lies under its owner, where a disconnect lists it;
/// its text lies under its id, where an engineer looks for it. Neither names anybody.
///
/// @param owner a hash of the connection
/// @param id which piece
record EvidenceName(EvidenceOwner owner, EvidenceId id) {
    static final String PICTURES = "pictures/";
    private static final String TEXTS = "texts/";
    private static final Pattern PICTURE = Pattern.compile(PICTURES + "([0-9a-f]{32})/(ev-[0-9a-f]{32})\\.png");
    private static final Pattern TEXT = Pattern.compile(TEXTS + "(ev-[0-9a-f]{32})/([0-9a-f]{32})\\.txt");

    String picture() {
        return picturesOf(owner) + id + ".png";
    }

    String text() {
        return textsOf(id) + owner.value() + ".txt";
    }

    /// What the names of an owner's pictures begin with.
    static String picturesOf(EvidenceOwner owner) {
        return PICTURES + owner.value() + "/";
    }

    /// What the name of a piece's text begins with.
    static String textsOf(EvidenceId id) {
        return TEXTS + id + "/";
    }

    static Optional<EvidenceName> ofPicture(String key) {
        Matcher name = PICTURE.matcher(key);
        return name.matches()
                ? Optional.of(new EvidenceName(new EvidenceOwner(name.group(1)), new EvidenceId(name.group(2))))
                : Optional.empty();
    }

    static Optional<EvidenceName> ofText(String key) {
        Matcher name = TEXT.matcher(key);
        return name.matches()
                ? Optional.of(new EvidenceName(new EvidenceOwner(name.group(2)), new EvidenceId(name.group(1))))
                : Optional.empty();
    }
}

package dev.payfleet.scrub;

/// Takes secrets and personal data out of a text. Safe to call from any thread; what it answers can be scrubbed
/// again without change. Compose with [#and]; ready-made ones are in [TextScrubbers].
@FunctionalInterface
public interface TextScrubber {
    /// The text without what this scrubber takes out.
    String scrub(String text);

    /// This scrubber first, then the other.
    default TextScrubber and(TextScrubber next) {
        return text -> next.scrub(scrub(text));
    }
}

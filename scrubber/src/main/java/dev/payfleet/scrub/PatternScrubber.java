package dev.payfleet.scrub;

import java.util.regex.Pattern;

/// Replaces what matches a pattern, in any case. The patterns are possessive or bounded, so none backtracks far.
record PatternScrubber(Pattern pattern, String replacement) implements TextScrubber {
    static final String REDACTED = TextScrubbers.REDACTED;

    PatternScrubber(String regex, String replacement) {
        this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), replacement);
    }

    @Override
    public String scrub(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }
}

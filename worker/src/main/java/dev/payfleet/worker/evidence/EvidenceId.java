package dev.payfleet.worker.evidence;

import java.util.regex.Pattern;

/// Names one piece of evidence. Goes into outcome events and logs, so it says nothing about whose it is.
///
/// @param value `ev-` and 32 hexadecimal digits
public record EvidenceId(String value) {
    private static final Pattern SHAPE = Pattern.compile("ev-[0-9a-f]{32}");

    public EvidenceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("evidence id: expected ev- and 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.payfleet.worker.retention;

/// Something that is not as was promised. Names places and settings, and nothing of anybody's.
///
/// @param place where, for example `bucket payfleet-evidence`
/// @param subject what about it, for example `lifecycle`
/// @param found how it is
/// @param expected how it should be
public record BrokenPromise(String place, String subject, String found, String expected) {
    /// In one line, for people.
    public String words() {
        return "%s, %s: found %s, expected %s".formatted(place, subject, found, expected);
    }
}

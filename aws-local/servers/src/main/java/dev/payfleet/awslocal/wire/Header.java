package dev.payfleet.awslocal.wire;

/// A header line.
///
/// @param name in the case it was sent in
/// @param value without blanks around it
public record Header(String name, String value) {
    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// Names itself and not its value, which may be a signature.
    @Override
    public String toString() {
        return name;
    }
}

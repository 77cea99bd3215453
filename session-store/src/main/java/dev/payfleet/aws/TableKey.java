package dev.payfleet.aws;

/// A key attribute of a table or an index.
///
/// @param name the attribute
/// @param kind what it holds
public record TableKey(String name, Kind kind) {
    /// What a key attribute holds.
    public enum Kind {
        STRING,
        NUMBER
    }

    /// A key that is a text.
    public static TableKey text(String name) {
        return new TableKey(name, Kind.STRING);
    }

    /// A key that is a number.
    public static TableKey number(String name) {
        return new TableKey(name, Kind.NUMBER);
    }
}

package dev.payfleet.session;

/// What a person signs in with.
public record Credential(Secret username, Secret password) implements AutoCloseable {
    /// Overwrites both.
    @Override
    public void close() {
        username.close();
        password.close();
    }
}

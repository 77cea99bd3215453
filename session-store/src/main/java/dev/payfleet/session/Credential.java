package dev.payfleet.session;

import java.util.Optional;

/// What a person signs in with.
///
/// @param authenticator what an authenticator app computes its codes from, where the person gave it: the text as it
///     came, base32 or an `otpauth://` address
public record Credential(Secret username, Secret password, Optional<Secret> authenticator) implements AutoCloseable {
    /// User name and password alone.
    public Credential(Secret username, Secret password) {
        this(username, password, Optional.empty());
    }

    /// Overwrites all of it.
    @Override
    public void close() {
        username.close();
        password.close();
        authenticator.ifPresent(Secret::close);
    }
}

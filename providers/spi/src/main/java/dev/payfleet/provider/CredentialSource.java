package dev.payfleet.provider;

/// Gives the credential to the code that types it, and to nobody else: an adapter never gets hold of one.
@FunctionalInterface
public interface CredentialSource {

    /// The value in clear. Ask for it right before it is typed and keep no copy.
    String reveal(CredentialField field);
}

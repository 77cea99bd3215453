package dev.payfleet.provider;

/// The parts of a credential.
public enum CredentialField {
    /// What the person signs in as.
    USERNAME,
    /// What proves it.
    PASSWORD
}

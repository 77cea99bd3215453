package dev.payfleet.awslocal.kms;

/// What may be done with a key.
enum KeyState {
    /// Everything.
    ENABLED("Enabled"),
    /// Nothing, until it is enabled.
    DISABLED("Disabled"),
    /// Nothing, until its deletion is called off.
    PENDING_DELETION("PendingDeletion");

    private final String wireName;

    KeyState(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}

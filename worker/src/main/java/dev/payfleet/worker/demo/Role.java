package dev.payfleet.worker.demo;

/// What a person of the demo is there to show.
enum Role {
    /// Connects and is read, over and over.
    ORDINARY,
    /// Gave a wrong password; it may be tried once.
    WRONG_PASSWORD,
    /// The provider redesigns this person's pages after the first reads.
    PAGE_CHANGED,
    /// The provider ends this person's session midway.
    SESSION_ENDED,
    /// Withdraws midway.
    LEAVES
}

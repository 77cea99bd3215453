package dev.payfleet.session.embedded;

import java.util.function.Consumer;

/// How far a rotation has come. It may end after any of them, and go on later.
enum RotationStep {
    /// The secret of keyed hashes is in the database.
    HASHING_KEY_KEPT,
    /// The key file has a new key, which opens.
    ADDED,
    /// The database knows it.
    KNOWN,
    /// It seals.
    SEALS,
    /// A few records are sealed anew.
    BATCH,
    /// No record under a former key came for a while.
    QUIET,
    /// The database takes no more records under former keys.
    CLOSED,
    /// Nothing is sealed under them, and the database does without them.
    RETIRED,
    /// No byte of what was sealed under them is left in the database's files.
    ERASED,
    /// The key file does not have them anymore.
    REMOVED;

    /// Whoever wants to know of none.
    static final Consumer<RotationStep> UNSEEN = _ -> {};
}

package dev.payfleet.session;

/// A durable store, or the keeper of its keys, gave no usable answer. Whether it acted before is not known, so that
/// what was asked may be asked again, and nothing may be taken as done. The message names the service and what it
/// was asked, and holds no stored value; the program that met it keeps nothing and answers `retry_later`.
public final class StoreUnavailableException extends RuntimeException {
    private final Reason reason;

    /// Why there was no answer.
    public enum Reason {
        /// Asked too often or by too many at once: in a moment it may work.
        BUSY,
        /// Not reached, too slow or broken.
        UNREACHABLE,
        /// It answered that we may not: credentials that expired, a permission that is missing, a key that was
        /// disabled. Waiting cures it only when somebody else does something.
        REFUSED
    }

    /// @param asked service and operation, for example `DynamoDB PutItem`
    /// @param why what is known of the cause, without a value, for example a code of the service's
    public StoreUnavailableException(Reason reason, String asked, String why) {
        super(asked + " " + words(reason) + " (" + why + ")");
        this.reason = reason;
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case BUSY -> "is busy: try again later";
            case UNREACHABLE -> "gave no answer: try again later";
            case REFUSED -> "is refused: look at credentials, permissions, table and key";
        };
    }

    public Reason reason() {
        return reason;
    }
}

package dev.payfleet.worker.fleet;

/// The engine cannot be opened. The message says what is wrong and what to do; it holds no stored value and nothing
/// of a key.
public final class FleetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public FleetException(Fault fault, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.fault = fault;
    }

    /// What is at fault.
    public Fault fault() {
        return fault;
    }

    /// What has to be looked after.
    public enum Fault {
        /// The key file is missing, open to others, or no key file.
        KEY_FILE,
        /// The store was sealed with another key.
        STORE
    }
}

package dev.payfleet.session;

/// Another worker has claimed this connection since; stop, and write nothing more for it.
public final class StaleFenceException extends RuntimeException {
    public StaleFenceException(ConnectionKey key, long fence, long current) {
        super("the claim " + fence + " on connection " + key + " is outdated, the present one is " + current
                + ": drop this worker's result");
    }
}

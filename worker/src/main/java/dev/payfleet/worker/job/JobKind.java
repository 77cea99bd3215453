package dev.payfleet.worker.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a job wants done with a connection.
public enum JobKind {
    /// Sign in for the first time and read the identity.
    CONNECT,
    /// Read one resource.
    FETCH,
    /// Renew what is stored before anyone asks for it.
    REFRESH,
    /// Continue an open challenge with the person's answer.
    ANSWER,
    /// Wipe everything that is kept about the connection.
    DISCONNECT;

    /// The word for it in messages.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this word; empty when there is none.
    public static Optional<JobKind> fromWire(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}

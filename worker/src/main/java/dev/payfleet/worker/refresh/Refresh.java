package dev.payfleet.worker.refresh;

import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.UUID;

/// One renewal of one session.
///
/// @param slot when it is due; may have passed
/// @param expiresAt when the session is thought to end; may have passed, and then a sign-in is likely
public record Refresh(ConnectionKey key, String provider, Instant slot, Instant expiresAt) {
    private static final UUID NAMESPACE = UUID.fromString("3f0d6a5e-0c52-4c0b-9d0a-6f1c5a2b7e11");

    /// The job's id: connection and slot as a name (RFC 9562, version 5). Whoever plans this refresh gives it the
    /// same, so that a second one is answered by the first.
    public UUID jobId() {
        return RecordIds.version5(NAMESPACE, key + "/" + slot.toEpochMilli());
    }
}

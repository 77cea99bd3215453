package dev.payfleet.worker.evidence.aws;

import dev.payfleet.worker.evidence.EvidenceId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/// Evidence ids that say when the evidence was taken: 12 hexadecimal digits of milliseconds since 1970, then 20 at
/// random. A sweep reads the age off an object's name, and need not open it.
final class TimedId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PREFIX = "ev-".length();
    private static final int TIME = 12;
    private static final int RANDOM_BYTES = 10;

    private TimedId() {}

    static EvidenceId at(Instant takenAt) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new EvidenceId("ev-"
                + HexFormat.of().toHexDigits(takenAt.toEpochMilli(), TIME)
                + HexFormat.of().formatHex(random));
    }

    static Instant takenAt(EvidenceId id) {
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(id.value(), PREFIX, PREFIX + TIME));
    }
}

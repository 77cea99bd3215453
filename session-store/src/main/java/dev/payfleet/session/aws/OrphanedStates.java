package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Overflow;
import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import java.util.stream.Stream;

/// Objects of sessions and trust that no item points to.
record OrphanedStates(DynamoTable sessions, Overflow overflow) {
    int sweep(Instant olderThan) {
        return overflow.sweep(SealedStates.FOLDER, olderThan, this::isPointedTo);
    }

    private boolean isPointedTo(ConnectionKey owner, String object) {
        return Stream.of(DynamoSessionStore.KIND, DynamoTrustStore.KIND)
                .anyMatch(kind -> sessions.get(SealedStates.key(owner, kind))
                        .flatMap(Overflow::object)
                        .filter(object::equals)
                        .isPresent());
    }
}

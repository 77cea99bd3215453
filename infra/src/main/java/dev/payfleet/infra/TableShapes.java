package dev.payfleet.infra;

import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import java.util.List;
import java.util.Optional;

/// The tables of a deployment, from the lists that the stores themselves rely on.
final class TableShapes {
    static final TableShape CONNECTIONS = shape("connections", Optional.empty(), Optional.empty(), true);
    static final TableShape SESSIONS = shape("sessions", Optional.of("kind"), Optional.empty(), true);
    static final TableShape ATTEMPTS = shape("attempts", Optional.of("attempt"), Optional.of("expires_at"), true);
    static final TableShape RESULTS = shape("results", Optional.of("id"), Optional.of("expires_at"), false);
    static final TableShape BRANCH_KEYS = shape("branch-keys", Optional.of("type"), Optional.empty(), true);
    static final TableShape OUTCOMES = shape("outcomes", Optional.of("id"), Optional.of("expires_at"), true);

    static final List<TableShape> ALL = List.of(CONNECTIONS, SESSIONS, ATTEMPTS, RESULTS, BRANCH_KEYS, OUTCOMES);

    private TableShapes() {}

    private static TableShape shape(
            String name, Optional<String> sort, Optional<String> timeToLive, boolean recoverable) {
        return new TableShape(
                name, TableKey.text("connection"), sort.map(TableKey::text), timeToLive, List.of(), recoverable);
    }
}

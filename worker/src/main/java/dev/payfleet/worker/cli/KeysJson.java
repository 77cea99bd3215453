package dev.payfleet.worker.cli;

import dev.payfleet.session.keys.KeyUse;
import java.util.List;
import java.util.stream.Collectors;

/// Keys and what is sealed under them, for programs. What stands in it are ids, instants and names of our own, which
/// need no escaping.
final class KeysJson {
    private KeysJson() {}

    static String of(List<KeyUse> uses) {
        return uses.stream().map(KeysJson::key).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static String key(KeyUse use) {
        return "{\"of\":\"%s\",\"id\":\"%s\",\"since\":%s,\"seals\":%s,\"records\":%s}"
                .formatted(
                        use.ring(),
                        use.id(),
                        use.since().map(since -> "\"" + since + "\"").orElse("null"),
                        use.seals(),
                        records(use));
    }

    private static String records(KeyUse use) {
        return use.records().entrySet().stream()
                .map(count -> "\"" + count.getKey().replace(' ', '_') + "\":" + count.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}

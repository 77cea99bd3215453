package dev.payfleet.session.embedded;

import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.sqlite.SqliteFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The keys of one machine: those of its key file.
final class EmbeddedKeyDesk implements KeyDesk {
    private static final String RING = "key file";
    private static final String UNKNOWN = "unreadable";
    private static final int PAGE = 1000;

    private final SqliteFile file;
    private final LiveKeys keys;
    private final KeyRegister register;
    private final Supplier<KeyFileRotation> rotation;

    EmbeddedKeyDesk(SqliteFile file, LiveKeys keys, KeyRegister register, Supplier<KeyFileRotation> rotation) {
        this.file = file;
        this.keys = keys;
        this.register = register;
        this.rotation = rotation;
    }

    @Override
    public List<KeyUse> status() {
        keys.look();
        KeyFile present = keys.file();
        Map<String, Map<String, Long>> counts = counts();
        List<KeyUse> uses = new ArrayList<>();
        for (KeyRegister.Known key : register.known()) {
            Map<String, Long> records =
                    Optional.ofNullable(counts.remove(key.id())).orElse(Map.of());
            if (!key.retired() || !records.isEmpty()) {
                uses.add(new KeyUse(
                        RING,
                        key.id(),
                        Optional.ofNullable(key.since()),
                        key.id().equals(present.id()),
                        records));
            }
        }
        counts.forEach((id, records) -> uses.add(new KeyUse(RING, id, Optional.empty(), false, records)));
        return uses;
    }

    private Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (SealedTable table : SealedTable.ALL) {
            long row = Long.MIN_VALUE;
            List<SealedTable.Seen> page;
            do {
                long from = row;
                page = file.read(c -> table.after(c, from, PAGE));
                page.forEach(seen -> counts.computeIfAbsent(seen.key().orElse(UNKNOWN), _ -> new HashMap<>())
                        .merge(seen.kind(), 1L, Long::sum));
                row = page.isEmpty() ? row : page.getLast().row();
            } while (page.size() == PAGE);
        }
        return counts;
    }

    @Override
    public KeyRotation rotate(RotationWatch watch) throws InterruptedException {
        return rotation.get().run(watch, this::elsewhere);
    }

    private long elsewhere(String key) {
        return counts().entrySet().stream()
                .filter(count -> !count.getKey().equals(key))
                .flatMap(count -> count.getValue().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}

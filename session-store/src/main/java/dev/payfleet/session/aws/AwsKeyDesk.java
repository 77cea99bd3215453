package dev.payfleet.session.aws;

import dev.payfleet.aws.Overflow;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.session.sealing.SealedHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The keys of a deployment: the versions of its branch keys, and the key of KMS that credentials are sealed under.
final class AwsKeyDesk implements KeyDesk {
    private static final String KMS = "KMS";
    private static final String UNKNOWN = "unreadable";

    private final KeyRings rings;
    private final SealedItemTables tables;
    private final Overflow overflow;
    private final Function<Counted, BranchKeyRotation> rotation;

    AwsKeyDesk(
            KeyRings rings, SealedItemTables tables, Overflow overflow, Function<Counted, BranchKeyRotation> rotation) {
        this.rings = rings;
        this.tables = tables;
        this.overflow = overflow;
        this.rotation = rotation;
    }

    /// How many records of each kind are sealed under which key: by the key's name, then by kind.
    record Counted(
            Map<String, Map<String, Long>> sessions,
            Map<String, Map<String, Long>> results,
            Map<String, Map<String, Long>> credentials) {
        Map<String, Map<String, Long>> under(BranchKey key) {
            return switch (key) {
                case SESSIONS -> sessions;
                case RESULTS -> results;
            };
        }
    }

    @Override
    public List<KeyUse> status() {
        try {
            return status(counted());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<KeyUse> status(Counted counted) {
        List<KeyUse> uses = new ArrayList<>();
        for (BranchKey key : BranchKey.values()) {
            Map<String, Map<String, Long>> left = new LinkedHashMap<>(counted.under(key));
            for (BranchKeyVersion version : rings.versions(key)) {
                Map<String, Long> records =
                        Optional.ofNullable(left.remove(version.id())).orElse(Map.of());
                uses.add(new KeyUse(ring(key), version.id(), version.since(), version.active(), records));
            }
            left.forEach((id, records) -> uses.add(new KeyUse(ring(key), id, Optional.empty(), false, records)));
        }
        Map<String, Map<String, Long>> left = new LinkedHashMap<>(counted.credentials());
        for (String arn : rings.keyArns()) {
            Map<String, Long> records = Optional.ofNullable(left.remove(arn)).orElse(Map.of());
            uses.add(new KeyUse(
                    KMS, arn, Optional.empty(), arn.equals(rings.keyArns().getFirst()), records));
        }
        left.forEach((id, records) -> uses.add(new KeyUse(KMS, id, Optional.empty(), false, records)));
        return uses;
    }

    private static String ring(BranchKey key) {
        return "branch key " + key.id();
    }

    private Counted counted() throws InterruptedException {
        return new Counted(count(tables.sessions()), count(tables.results()), count(tables.credentials()));
    }

    private Map<String, Map<String, Long>> count(SealedItemTable table) throws InterruptedException {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        table.each(item -> overflow.head(item, SealedHeader.LONGEST)
                .ifPresent(header -> counts.computeIfAbsent(
                                SealedHeader.key(header).orElse(UNKNOWN), _ -> new HashMap<>())
                        .merge(table.kind().apply(item), 1L, Long::sum)));
        return counts;
    }

    @Override
    public KeyRotation rotate(RotationWatch watch) throws InterruptedException {
        return rotation.apply(counted()).run(watch);
    }
}
